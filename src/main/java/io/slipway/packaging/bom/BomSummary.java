package io.slipway.packaging.bom;

import java.time.Instant;
import java.util.List;

/**
 * The bill of materials of an artifact, without its components.
 *
 * @param digest SHA-256 of the artifact
 * @param format {@code JSON} or {@code XML}
 * @param subject name and version of what the bill says it is of; may be empty
 * @param listed whether it lists components at all, be it none
 * @param licences how many have which licences: forbidden ones first, then the most
 * frequent
 * @param fileDigest SHA-256 of the file
 * @param uploadedBy user name of who delivered it
 * @param uploadedAt when it was delivered, UTC
 */
public record BomSummary(long id, String digest, String format, String specVersion, String subject, int components,
        boolean listed, List<LicenceCount> licences, String fileDigest, String uploadedBy, Instant uploadedAt) {

    public BomSummary {
        licences = List.copyOf(licences);
    }

    BomSummary with(List<LicenceCount> counts) {
        return new BomSummary(this.id, this.digest, this.format, this.specVersion, this.subject, this.components,
                this.listed, counts, this.fileDigest, this.uploadedBy, this.uploadedAt);
    }

    /**
     * How many components have a licence that nothing released may have.
     * @return the number of components
     */
    public int forbidden() {
        return count(LicenceVerdict.FORBIDDEN);
    }

    /**
     * How many components have licences of which nobody can tell.
     * @return the number of components
     */
    public int unclear() {
        return count(LicenceVerdict.UNKNOWN);
    }

    private int count(LicenceVerdict verdict) {
        return this.licences.stream()
            .filter((one) -> one.verdict() == verdict)
            .mapToInt(LicenceCount::components)
            .sum();
    }

    /**
     * How many components come without any licence.
     * @return the number of components
     */
    public int unlicensed() {
        return this.licences.stream().filter(LicenceCount::unknown).mapToInt(LicenceCount::components).sum();
    }

}
