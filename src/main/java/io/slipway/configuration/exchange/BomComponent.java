package io.slipway.configuration.exchange;

import java.util.List;
import java.util.stream.Stream;

/**
 * One component of a bill of materials.
 *
 * @param identity what stays the same from version to version: its package URL without
 * version and qualifiers, or group and name in lower case; at most 300 characters
 * @param name group and name, at most 200 characters
 * @param version its version, at most 80 characters; may be empty
 * @param purl its package URL, at most 500 characters; may be empty
 * @param licences its licences, all of them and in full; empty if none is said
 */
public record BomComponent(String identity, String name, String version, String purl, List<BomLicence> licences) {

    public BomComponent {
        licences = List.copyOf(licences);
    }

    /** What is listed twice has the licences of both. */
    BomComponent with(BomComponent same) {
        return new BomComponent(this.identity, this.name, this.version, this.purl,
                Stream.concat(this.licences.stream(), same.licences.stream()).distinct().toList());
    }

}
