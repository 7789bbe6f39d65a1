package io.slipway.validation.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import io.slipway.release.ReleaseDetails;
import io.slipway.ui.Messages;
import io.slipway.validation.evidence.EvidenceDetails;
import io.slipway.validation.evidence.EvidenceManagement;
import io.slipway.validation.evidence.EvidenceStanding;
import io.slipway.validation.evidence.ReleaseEvidence;
import io.slipway.validation.report.ParityTotals;
import io.slipway.validation.report.Report;
import io.slipway.validation.report.ScanTotals;
import io.slipway.validation.report.TestTotals;
import io.slipway.validation.report.coverage.CoverageTotals;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The facts that delivered evidence shows. While the newest delivery of some tests is not
 * whole, nobody is sure of its kind of facts, whatever other tests show.
 */
@Component
class EvidenceFacts implements GateFactSource {

    /** The fact that tells of test results. */
    static final String TESTS = "tests.run";

    private final EvidenceManagement evidence;

    private final Messages messages;

    EvidenceFacts(EvidenceManagement evidence, Messages messages) {
        this.evidence = evidence;
        this.messages = messages;
    }

    @Override
    public Map<String, GateFact> facts(ReleaseDetails release) {
        ReleaseEvidence evidence = this.evidence.of(release);
        Map<String, GateFact> facts = new HashMap<>();
        put(facts, evidence.tests(), doubt(evidence, Report::tests),
                Map.of(TESTS, TestTotals::ran, "tests.failed.critical", TestTotals::critical, "tests.failed.major",
                        TestTotals::major, "tests.failed.minor", TestTotals::minor));
        put(facts, evidence.scan(), doubt(evidence, Report::scan),
                Map.of("scan.critical", ScanTotals::critical, "scan.high", ScanTotals::high));
        put(facts, evidence.coverage(), doubt(evidence, Report::coverage),
                Map.of("coverage.line", CoverageTotals::linePercent));
        put(facts, evidence.parity(), doubt(evidence, Report::parity),
                Map.of("parity.differences", ParityTotals::differences));
        return facts;
    }

    private static <T> void put(Map<String, GateFact> facts, Optional<T> totals, @Nullable String doubt,
            Map<String, ToIntFunction<T>> values) {
        if (totals.isPresent() || doubt != null) {
            values.forEach((name, value) -> facts.put(name,
                    new GateFact(totals.map((known) -> value.applyAsInt(known)).orElse(null), doubt)));
        }
    }

    private @Nullable String doubt(ReleaseEvidence evidence, Function<Report, @Nullable Object> part) {
        return evidence.all()
            .stream()
            .filter((one) -> one.standing() == EvidenceStanding.UNFINISHED && Objects.nonNull(part.apply(one.report())))
            .findFirst()
            .map(this::words)
            .orElse(null);
    }

    private String words(EvidenceDetails one) {
        String why = this.messages.text("validation.report.doubt." + one.report().doubt());
        return this.messages.text("validation.doubt.evidence", one.name(), why);
    }

}
