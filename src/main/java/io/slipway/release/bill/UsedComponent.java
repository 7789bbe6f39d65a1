package io.slipway.release.bill;

/**
 * A component that an artifact is made of.
 *
 * @param place where it stands in the bill, from 1
 * @param identity what stays the same from version to version
 * @param name its group and name
 * @param version its version; may be empty
 * @param purl its package URL; may be empty
 * @param licences its licences, with commas between them; empty if none is said
 * @param forbidden whether nothing that is released may have them
 */
public record UsedComponent(int place, String identity, String name, String version, String purl, String licences,
        boolean forbidden) {
}
