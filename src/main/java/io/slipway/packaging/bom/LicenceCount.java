package io.slipway.packaging.bom;

/**
 * How many components of a bill have the same licences.
 *
 * @param licences the licences, with commas between them; empty where none is said
 * @param verdict whether what has them may be released
 */
public record LicenceCount(String licences, int components, LicenceVerdict verdict) {

    /** Whether they are forbidden. */
    public boolean forbidden() {
        return this.verdict == LicenceVerdict.FORBIDDEN;
    }

    /** Whether nobody says under which licence they may be used. */
    public boolean unknown() {
        return this.licences.isEmpty();
    }

    /** Whether nobody can say what they allow. */
    public boolean unclear() {
        return this.verdict == LicenceVerdict.UNKNOWN;
    }

}
