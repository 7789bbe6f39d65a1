package io.slipway.packaging.bom;

/**
 * A component that an artifact is made of.
 *
 * @param place where it stands in the bill, from 1
 * @param identity what stays the same from version to version
 * @param version its version; may be empty
 * @param purl its package URL; may be empty
 * @param licences its licences, with commas between them; empty if none is said
 * @param verdict whether it may be released under them
 */
public record UsedComponent(int place, String identity, String name, String version, String purl, String licences,
        LicenceVerdict verdict) {

    /** Whether one of its licences is forbidden. */
    public boolean forbidden() {
        return this.verdict == LicenceVerdict.FORBIDDEN;
    }

    /** Whether nobody can say what they allow. */
    public boolean unclear() {
        return this.verdict == LicenceVerdict.UNKNOWN;
    }

}
