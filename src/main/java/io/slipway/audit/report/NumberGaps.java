package io.slipway.audit.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.slipway.audit.report.Completeness.Gap;
import io.slipway.audit.report.Completeness.Gap.Why;
import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers that nothing has, and what is known of each. Since numbers are given in the
 * transaction of what they number, none is lost: what is missing was there.
 */
@Component
class NumberGaps {

    /** So many numbers of one gap are looked for in the record. */
    private static final int LOOKED = 200;

    private final JdbcClient jdbc;

    NumberGaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The gaps among the numbers of a period, and behind the last of them. */
    List<Gap> of(PopulationKind kind, ReportPeriod period) {
        Series series = this.jdbc
            .sql("select next_number next, whole_from whole from given_numbers where series = :series")
            .param("series", kind.series())
            .query(Series.class)
            .single();
        String numbered = "select cast(substr(%1$s, 5) as unsigned) n, t.%2$s at from %3$s t where %1$s regexp '^%4$s-[0-9]+$'"
            .formatted(kind.key(), kind.time(), kind.table(), kind.series());
        Bounds bounds = this.jdbc.sql(
                "select coalesce(max(if(at < :since, n, null)), 0) least, coalesce(max(if(at < :until, n, null)), 0) most, "
                        + "max(at) newest from (" + numbered + ") t")
            .param("since", period.since())
            .param("until", period.until())
            .query(Bounds.class)
            .single();
        List<Range> ranges = new ArrayList<>(this.jdbc
            .sql("select n + 1 first, next - 1 last from (select n, lead(n) over (order by n) next from (" + numbered
                    + ") t where n between :least and :most) g where next > n + 1 order by n limit :limit")
            .param("least", bounds.least())
            .param("most", bounds.most())
            .param("limit", CompletenessManagement.SHOWN + 1)
            .query(Range.class)
            .list());
        boolean last = bounds.newest() == null || bounds.newest().isBefore(period.until());
        if (last && bounds.most() < series.next() - 1) {
            ranges.add(new Range(bounds.most() + 1, series.next() - 1));
        }
        Set<String> recorded = recorded(kind, ranges);
        return ranges.stream().flatMap((range) -> explained(kind, series, range, recorded).stream()).toList();
    }

    private Set<String> recorded(PopulationKind kind, List<Range> ranges) {
        List<String> numbers = ranges.stream().flatMap((range) -> range.numbers(kind).stream()).toList();
        return numbers.isEmpty() ? Set.of()
                : Clause.of("select distinct subject from audit_entries")
                    .where(kind.recordedAmong(numbers))
                    .on(this.jdbc)
                    .query(String.class)
                    .list()
                    .stream()
                    .collect(Collectors.toSet());
    }

    private static List<Gap> explained(PopulationKind kind, Series series, Range range, Set<String> recorded) {
        if (range.numbers(kind).stream().anyMatch(recorded::contains)) {
            return List.of(range.gap(kind, Why.RECORDED));
        }
        List<Gap> gaps = new ArrayList<>();
        Range before = new Range(range.first(), Math.min(range.last(), series.whole() - 1));
        Range since = new Range(Math.max(range.first(), series.whole()), Math.min(range.last(), series.next() - 1));
        if (before.last() >= before.first()) {
            gaps.add(before.gap(kind, Why.BEFORE));
        }
        if (since.last() >= since.first()) {
            gaps.add(since.gap(kind, Why.MISSING));
        }
        return gaps;
    }

    private record Bounds(long least, long most, @Nullable Instant newest) {
    }

    /** The number that is given next, and the first of those of which none is lost. */
    private record Series(long next, long whole) {
    }

    /** Numbers that nothing has, the first and the last. */
    private record Range(long first, long last) {

        List<String> numbers(PopulationKind kind) {
            return LongStream.rangeClosed(this.first, Math.min(this.last, this.first + LOOKED))
                .mapToObj((one) -> number(kind, one))
                .toList();
        }

        Gap gap(PopulationKind kind, Why why) {
            return new Gap(number(kind, this.first), number(kind, this.last), why);
        }

        private static String number(PopulationKind kind, long one) {
            return "%s-%06d".formatted(kind.series(), one);
        }

    }

}
