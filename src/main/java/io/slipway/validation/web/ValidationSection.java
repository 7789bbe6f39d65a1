package io.slipway.validation.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.packaging.PackageManagement;
import io.slipway.permit.PermitManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseSection;
import io.slipway.sql.ReadOnce;
import io.slipway.ui.Tab;
import io.slipway.validation.ValidationManagement;
import io.slipway.validation.evidence.EvidenceDetails;
import io.slipway.validation.evidence.EvidenceManagement;
import io.slipway.validation.evidence.ReleaseEvidence;
import io.slipway.validation.gate.GateManagement;
import io.slipway.validation.report.Report;

/**
 * The tab with the gates, the evidence behind them, waivers, the verdicts on a release's
 * packages and the rehearsals of its rollback.
 */
@Tab.At(id = "validation", order = 30, template = "validation/_section")
class ValidationSection implements ReleaseSection {

    private static final int OPENED = 10;

    private static final Comparator<EvidenceDetails> FAILURES_FIRST = Comparator
        .comparing((EvidenceDetails one) -> !one.counts())
        .thenComparing((one) -> -weight(one.report()))
        .thenComparing((one) -> -one.id());

    private final ValidationManagement validation;

    private final EvidenceManagement evidence;

    private final PackageManagement packages;

    private final GateManagement gates;

    private final PermitManagement permits;

    private final ReadOnce once;

    ValidationSection(ValidationManagement validation, EvidenceManagement evidence, PackageManagement packages,
            GateManagement gates, PermitManagement permits, ReadOnce once) {
        this.validation = validation;
        this.evidence = evidence;
        this.packages = packages;
        this.gates = gates;
        this.permits = permits;
        this.once = once;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        return this.once.during(() -> {
            Map<String, Object> content = content(release);
            content.put("content", this.packages.get(release.key()));
            return content;
        });
    }

    /** What decides on a package, for this tab and for the steps that decide. */
    Map<String, Object> content(ReleaseDetails release) {
        ReleaseEvidence all = this.evidence.of(release);
        List<EvidenceDetails> sorted = all.all().stream().sorted(FAILURES_FIRST).toList();
        Map<String, Object> content = new HashMap<>();
        content.put("validation", this.validation.ofRelease(release));
        content.put("gates", this.gates.of(release));
        content.put("proof", all);
        content.put("pieces", sorted);
        content.put("failing",
                sorted.stream()
                    .filter((one) -> one.counts() && weight(one.report()) > 0)
                    .limit(OPENED)
                    .map(this.evidence::whole)
                    .toList());
        content.put("trend", this.evidence.trend(release).orElse(null));
        content.put("waivers", this.permits.ofRelease(GateManagement.WAIVER, release.key()));
        content.put("packageDigest", this.packages.get(release.key()).digest());
        return content;
    }

    /** How much stands against a report: failures of tests and grave findings. */
    private static long weight(Report report) {
        long weight = 0;
        if (report.tests() != null) {
            weight += 1_000_000L * report.tests().critical() + 1000L * report.tests().major() + report.tests().minor();
        }
        if (report.scan() != null) {
            weight += 1_000_000L * report.scan().critical() + 1000L * report.scan().high();
        }
        return weight + ((report.parity() != null) ? report.parity().differences() : 0);
    }

}
