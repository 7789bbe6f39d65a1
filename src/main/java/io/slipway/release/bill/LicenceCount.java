package io.slipway.release.bill;

/**
 * How many components of a bill have the same licences.
 *
 * @param licences the licences, with commas between them; empty where none is said
 * @param components how many components
 * @param forbidden whether nothing that is released may have them
 */
public record LicenceCount(String licences, int components, boolean forbidden) {

    /**
     * Tells whether nobody says under which licence they may be used.
     * @return whether there is no licence
     */
    public boolean unknown() {
        return this.licences.isEmpty();
    }

}
