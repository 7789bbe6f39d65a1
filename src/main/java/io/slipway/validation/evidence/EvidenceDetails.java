package io.slipway.validation.evidence;

import java.time.Instant;
import java.util.List;

import io.slipway.packaging.PackageDetails;
import io.slipway.validation.report.Report;
import io.slipway.validation.report.ReportFormat;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence.
 *
 * @param environment where they ran; may be empty
 * @param ranAt when they ran, UTC
 * @param source where it comes from; may be empty
 * @param unit name of the one unit that was tested; null for all
 * @param unitDigest SHA-256 of that unit
 * @param packageDigest SHA-256 of the package that was tested
 * @param deliveredAt when it was delivered, UTC
 * @param reportDigest SHA-256 of the report as it was sent
 * @param reportSize length of the report in bytes
 * @param originalKept whether the report as it was sent can be had
 * @param attachments the files that came with it, in the order of delivery
 * @param report what it says; in lists the totals only
 */
public record EvidenceDetails(long id, String releaseKey, ReportFormat format, TestLevel level, String name,
        String environment, Instant ranAt, String source, @Nullable String unit, @Nullable String unitDigest,
        String packageDigest, String deliveredBy, Instant deliveredAt, String reportDigest, long reportSize,
        boolean originalKept, List<EvidenceAttachment> attachments, Report report, EvidenceStanding standing) {

    /** Whether it counts. */
    public boolean counts() {
        return this.standing == EvidenceStanding.COUNTS;
    }

    /** Whether its source is an address that can be opened. */
    public boolean linked() {
        return this.source.matches("https?://\\S+");
    }

    /** What a later delivery takes the place of. */
    String slot() {
        return String.join("\n", this.format.id(), this.level.id(), this.name, this.environment,
                String.valueOf(this.unitDigest));
    }

    /** Whether it speaks of a package, or of a unit that is in it. */
    boolean isOf(PackageDetails content) {
        return (this.unitDigest != null && this.level.ofOneUnit()) ? content.digests().contains(this.unitDigest)
                : this.packageDigest.equals(content.digest());
    }

    EvidenceDetails with(Report whole) {
        return with(this.attachments, whole, this.standing);
    }

    EvidenceDetails with(EvidenceStanding itsStanding, List<EvidenceAttachment> itsAttachments) {
        return with(itsAttachments, this.report, itsStanding);
    }

    private EvidenceDetails with(List<EvidenceAttachment> itsAttachments, Report itsReport,
            EvidenceStanding itsStanding) {
        return new EvidenceDetails(this.id, this.releaseKey, this.format, this.level, this.name, this.environment,
                this.ranAt, this.source, this.unit, this.unitDigest, this.packageDigest, this.deliveredBy,
                this.deliveredAt, this.reportDigest, this.reportSize, this.originalKept, itsAttachments, itsReport,
                itsStanding);
    }

}
