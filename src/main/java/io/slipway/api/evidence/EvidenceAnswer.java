package io.slipway.api.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.slipway.api.TokenScope;
import io.slipway.validation.evidence.EvidenceAttachment;
import io.slipway.validation.evidence.EvidenceDetails;
import io.slipway.validation.report.Finding;
import io.slipway.validation.report.ParityTotals;
import io.slipway.validation.report.Report;
import io.slipway.validation.report.ScanTotals;
import io.slipway.validation.report.SuiteTotals;
import io.slipway.validation.report.TestTotals;
import io.slipway.validation.report.coverage.CoverageTotals;
import org.jspecify.annotations.Nullable;

/**
 * Evidence as tools read it.
 *
 * @param id its id
 * @param release key of the release
 * @param format such as {@code junit}
 * @param level such as {@code unit}
 * @param environment where they ran
 * @param source where it comes from
 * @param unit SHA-256 of the one unit that was tested
 * @param packageDigest SHA-256 of the package that was tested
 * @param deliveredBy user name of who delivered it
 * @param digest SHA-256 of the report
 * @param size its length in bytes
 * @param original whether it can be had at {@code …/original}
 * @param attachments the files that came with it
 * @param standing {@code counts}, {@code other-package}, {@code superseded} or
 * {@code unfinished}
 * @param tests test results, if it has any
 * @param scan findings of a scanner, if it has any
 * @param coverage code coverage, if it has any
 * @param parity compared versions, if it has any
 * @param suites suites, those with failures first; not in lists
 * @param findings the most severe findings; not in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EvidenceAnswer(long id, String release, String format, String level, String name, String environment,
        Instant time, String source, @Nullable String unit, @JsonProperty("package") String packageDigest,
        String deliveredBy, Instant deliveredAt, String digest, long size, boolean original,
        List<Attachment> attachments, String tool, String standing, @Nullable TestTotals tests,
        @Nullable ScanTotals scan, @Nullable CoverageTotals coverage, @Nullable ParityTotals parity,
        @Nullable List<SuiteTotals> suites, @Nullable List<Finding> findings, @Nullable Integer findingsLeftOut) {

    static EvidenceAnswer of(EvidenceDetails one) {
        return of(one, null, null, null);
    }

    static EvidenceAnswer whole(EvidenceDetails one) {
        Report report = one.report();
        return of(one, report.suites(), report.findings(), report.findingsLeftOut());
    }

    private static EvidenceAnswer of(EvidenceDetails one, @Nullable List<SuiteTotals> suites,
            @Nullable List<Finding> findings, @Nullable Integer left) {
        Report report = one.report();
        return new EvidenceAnswer(one.id(), one.releaseKey(), one.format().id(), one.level().id(), one.name(),
                one.environment(), one.ranAt(), one.source(), one.unitDigest(), one.packageDigest(), one.deliveredBy(),
                one.deliveredAt(), one.reportDigest(), one.reportSize(), one.originalKept(),
                one.attachments().stream().map((file) -> Attachment.of(one, file)).toList(), report.tool(),
                one.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'), report.tests(), report.scan(),
                report.coverage(), report.parity(), suites, findings, left);
    }

    /** Where it is read. */
    static String address(EvidenceDetails one) {
        return TokenScope.RELEASES + "/" + one.releaseKey() + "/evidence/" + one.id();
    }

    /**
     * A file that came with a test done by hand.
     *
     * @param size its length in bytes
     * @param digest its SHA-256, lower-case hexadecimal digits
     * @param address where it is downloaded
     */
    record Attachment(String name, long size, String digest, String address) {

        static Attachment of(EvidenceDetails one, EvidenceAttachment file) {
            return new Attachment(file.name(), file.size(), file.digest(),
                    EvidenceAnswer.address(one) + "/attachments/" + file.number());
        }

    }

    /**
     * One page of evidence.
     *
     * @param evidence the page, the newest first
     * @param next the value of {@code from} for the next page; null after the last
     */
    record Page(List<EvidenceAnswer> evidence, @Nullable String next) {
    }

}
