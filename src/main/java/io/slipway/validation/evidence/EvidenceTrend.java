package io.slipway.validation.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

import io.slipway.release.ReleaseDetails;
import io.slipway.validation.report.TestTotals;
import io.slipway.validation.report.coverage.CoverageTotals;

/**
 * Evidence of a release beside that of the one before it.
 *
 * @param releaseKey key of the release before
 */
public record EvidenceTrend(String releaseKey, List<Row> rows) {

    static EvidenceTrend of(ReleaseDetails former, ReleaseEvidence now, ReleaseEvidence before) {
        List<Row> rows = new ArrayList<>();
        add(rows, "tests", now.tests(), before.tests(), TestTotals::ran);
        add(rows, "failed", now.tests(), before.tests(), TestTotals::failed);
        add(rows, "millis", now.tests(), before.tests(), (tests) -> (int) (tests.millis() / 1000));
        add(rows, "coverage", now.coverage(), before.coverage(), CoverageTotals::linePercent);
        add(rows, "findings", now.scan(), before.scan(),
                (scan) -> scan.critical() + scan.high() + scan.medium() + scan.low());
        return new EvidenceTrend(former.key(), List.copyOf(rows));
    }

    private static <T> void add(List<Row> rows, String fact, Optional<T> now, Optional<T> before,
            ToIntFunction<T> value) {
        if (now.isPresent() && before.isPresent()) {
            rows.add(new Row(fact, value.applyAsInt(now.get()), value.applyAsInt(before.get())));
        }
    }

    /**
     * One fact of both releases.
     *
     * @param fact what it is: {@code tests}, {@code failed}, {@code millis},
     * {@code coverage}, {@code findings}
     */
    public record Row(String fact, int now, int before) {

        /**
         * The difference.
         * @return above 0 if there is more now
         */
        public int difference() {
            return this.now - this.before;
        }

    }

}
