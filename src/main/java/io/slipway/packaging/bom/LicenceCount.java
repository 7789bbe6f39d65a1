package io.slipway.packaging.bom;

/**
 * How many components of a bill have the same licences.
 *
 * @param licences the licences, with commas between them; empty where none is said
 * @param components how many components
 * @param verdict whether what has them may be released
 */
public record LicenceCount(String licences, int components, LicenceVerdict verdict) {

    /**
     * Tells whether they are forbidden.
     * @return whether nothing that is released may have them
     */
    public boolean forbidden() {
        return this.verdict == LicenceVerdict.FORBIDDEN;
    }

    /**
     * Tells whether nobody says under which licence they may be used.
     * @return whether there is no licence
     */
    public boolean unknown() {
        return this.licences.isEmpty();
    }

    /**
     * Tells whether nobody can say what they allow.
     * @return whether they are not understood
     */
    public boolean unclear() {
        return this.verdict == LicenceVerdict.UNKNOWN;
    }

}
