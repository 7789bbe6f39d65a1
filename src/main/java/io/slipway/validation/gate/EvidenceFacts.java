package io.slipway.validation.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import io.slipway.release.ReleaseDetails;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
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
 * whole, nobody is sure of its kind of facts, whatever other tests show; nor of a
 * comparison of environments that is too old, since they have gone on.
 */
@Component
class EvidenceFacts implements GateFactSource {

    /** The fact that tells of test results. */
    static final String TESTS = "tests.run";

    /** How long a comparison of environments counts. */
    static final Duration PARITY_AGE = Duration.ofDays(30);

    private final EvidenceManagement evidence;

    private final Messages messages;

    private final Times times;

    private final Clock clock;

    EvidenceFacts(EvidenceManagement evidence, Messages messages, Times times, Clock clock) {
        this.evidence = evidence;
        this.messages = messages;
        this.times = times;
        this.clock = clock;
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
        String unfinished = doubt(evidence, Report::parity);
        put(facts, evidence.parity(), (unfinished != null) ? unfinished : stale(evidence),
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

    private @Nullable String stale(ReleaseEvidence evidence) {
        Instant oldest = this.clock.instant().minus(PARITY_AGE);
        return evidence.counting()
            .stream()
            .filter((one) -> one.report().parity() != null && one.ranAt().isBefore(oldest))
            .findFirst()
            .map((one) -> this.messages.text("validation.doubt.old", one.name(), this.times.withZone(one.ranAt()),
                    PARITY_AGE.toDays()))
            .orElse(null);
    }

    private String words(EvidenceDetails one) {
        String why = this.messages.text("validation.report.doubt." + one.report().doubt());
        return this.messages.text("validation.doubt.evidence", one.name(), why);
    }

}
