package io.slipway.validation.evidence;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

import io.slipway.validation.report.ParityTotals;
import io.slipway.validation.report.Report;
import io.slipway.validation.report.ScanTotals;
import io.slipway.validation.report.TestTotals;
import io.slipway.validation.report.coverage.CoverageTotals;
import org.jspecify.annotations.Nullable;

/**
 * All evidence of a release, and what that which counts comes to.
 *
 * @param packageDigest SHA-256 of the package as it is
 * @param all every piece that counts and the newest of the others, the newest first
 */
public record ReleaseEvidence(String packageDigest, List<EvidenceDetails> all) {

    /**
     * The evidence that counts.
     * @return the newest first
     */
    public List<EvidenceDetails> counting() {
        return this.all.stream().filter(EvidenceDetails::counts).toList();
    }

    /**
     * The test results that count.
     * @return their sums, if there are any
     */
    public Optional<TestTotals> tests() {
        return sum(Report::tests, TestTotals::plus);
    }

    /**
     * The findings of scanners that count.
     * @return their sums, if there are any
     */
    public Optional<ScanTotals> scan() {
        return sum(Report::scan, ScanTotals::plus);
    }

    /**
     * The code coverage that counts.
     * @return the sums, if there is any
     */
    public Optional<CoverageTotals> coverage() {
        return sum(Report::coverage, CoverageTotals::plus);
    }

    /**
     * The comparisons of environments that count.
     * @return their sums, if there are any
     */
    public Optional<ParityTotals> parity() {
        return sum(Report::parity,
                (one, two) -> new ParityTotals(one.compared() + two.compared(), one.differences() + two.differences()));
    }

    private <T> Optional<T> sum(Function<Report, @Nullable T> part, BinaryOperator<T> plus) {
        return counting().stream().map((one) -> part.apply(one.report())).filter(Objects::nonNull).reduce(plus);
    }

}
