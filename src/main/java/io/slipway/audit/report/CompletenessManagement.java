package io.slipway.audit.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.slipway.audit.RecordSearch;
import io.slipway.audit.report.Completeness.Gap;
import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares a population with its numbers and with the record: what was deleted leaves a
 * gap, what was inserted behind the portal's back is not in the record.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize(RecordSearch.READERS)
public class CompletenessManagement {

    /** So much is named of each. */
    static final int SHOWN = 50;

    /** So many numbers of one gap are looked for in the record. */
    private static final int LOOKED = 200;

    /** An act is told, and its row is dated, within the same moment. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private static final String GAPS = """
            select n + 1 first, next - 1 last from (
                select cast(substr(number, 5) as unsigned) n, lead(cast(substr(number, 5) as unsigned)) over (order by cast(substr(number, 5) as unsigned)) next
                  from change_records where id between :least and :most and number like 'CHG-%') t
             where next > n + 1 order by n limit :limit""";

    private final JdbcClient jdbc;

    CompletenessManagement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Looks at a population of a period. */
    public Completeness of(PopulationKind kind, ReportPeriod period) {
        Set<String> known = known(kind, period);
        Set<String> recorded = recorded(kind, period);
        List<String> unrecorded = known.stream().filter((one) -> !recorded.contains(one)).sorted().toList();
        List<String> vanished = recorded.stream().filter((one) -> !known.contains(one)).sorted().toList();
        List<String> missing = there(kind, period, vanished);
        List<Gap> gaps = (kind == PopulationKind.CHANGES) ? changes(period) : attempts(period);
        return new Completeness(first(gaps), first(within(kind, period, unrecorded)), first(missing),
                gaps.size() > SHOWN || unrecorded.size() > SHOWN || missing.size() > SHOWN);
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    private Set<String> known(PopulationKind kind, ReportPeriod period) {
        return new HashSet<>(Clause.of("select member from (")
            .append(kind.select())
            .where(kind.within(wider(period)))
            .append(") m")
            .on(this.jdbc)
            .query(String.class)
            .list());
    }

    /** What the record says began. */
    private Set<String> recorded(PopulationKind kind, ReportPeriod period) {
        return new HashSet<>(this.jdbc
            .sql("select " + recordedKey(kind) + " from audit_entries where action = :action and at >= :since "
                    + "and at < :until")
            .param("action", action(kind))
            .param("since", wider(period).since())
            .param("until", wider(period).until())
            .query(String.class)
            .list());
    }

    private static String recordedKey(PopulationKind kind) {
        return (kind == PopulationKind.CHANGES) ? "subject"
                : "concat(release_key, '/', json_value(new_values, '$.attempt'))";
    }

    private static String action(PopulationKind kind) {
        return (kind == PopulationKind.CHANGES) ? "change.raised" : "deployment.started";
    }

    private static ReportPeriod wider(ReportPeriod period) {
        return new ReportPeriod(period.since().minus(SLACK), period.until().plus(SLACK));
    }

    /** What is not there at all, of what was not found near its time. */
    private List<String> there(PopulationKind kind, ReportPeriod period, List<String> vanished) {
        if (vanished.isEmpty()) {
            return vanished;
        }
        List<String> some = vanished.subList(0, Math.min(vanished.size(), LOOKED));
        Clause which = (kind == PopulationKind.CHANGES) ? Clause.in("t.number", some) : Clause.in("t.release_key",
                some.stream().map((one) -> one.substring(0, one.lastIndexOf('/'))).distinct().toList());
        Set<String> there = new HashSet<>(Clause.of("select member from (")
            .append(kind.select())
            .where(which)
            .append(") m")
            .on(this.jdbc)
            .query(String.class)
            .list());
        return some.stream().filter((one) -> !there.contains(one)).toList();
    }

    /** Of what the record does not know near its time, what it does not know at all. */
    private List<String> within(PopulationKind kind, ReportPeriod period, List<String> unrecorded) {
        if (unrecorded.isEmpty()) {
            return unrecorded;
        }
        List<String> some = unrecorded.subList(0, Math.min(unrecorded.size(), LOOKED));
        Clause which = (kind == PopulationKind.CHANGES)
                ? Clause.of("subject_type = 'change' and ").append(Clause.in("subject", some))
                : Clause.in("release_key",
                        some.stream().map((one) -> one.substring(0, one.lastIndexOf('/'))).distinct().toList());
        Set<String> recorded = new HashSet<>(Clause.of("select " + recordedKey(kind) + " from audit_entries")
            .where(which.and(Clause.equal("action", action(kind))))
            .on(this.jdbc)
            .query(String.class)
            .list());
        return some.stream().filter((one) -> !recorded.contains(one)).toList();
    }

    private List<Gap> changes(ReportPeriod period) {
        Bounds bounds = this.jdbc.sql("""
                select coalesce((select max(id) from change_records where raised_at < :since), 0) least,
                       coalesce((select max(id) from change_records where raised_at < :until), 0) most,
                       (select max(raised_at) from change_records) newest""")
            .param("since", period.since())
            .param("until", period.until())
            .query(Bounds.class)
            .single();
        List<Range> ranges = new ArrayList<>(this.jdbc.sql(GAPS)
            .param("least", bounds.least())
            .param("most", bounds.most())
            .param("limit", SHOWN + 1)
            .query(Range.class)
            .list());
        if (bounds.newest() != null && bounds.newest().isBefore(period.until())) {
            end().ifPresent(ranges::add);
        }
        return gaps(ranges);
    }

    /** The numbers behind the last change, as far as they were given away. */
    private Optional<Range> end() {
        return this.jdbc.sql("""
                select first, last from (select coalesce(max(cast(substr(number, 5) as unsigned)), 0) + 1 first,
                       (select next_not_cached_value from change_numbers) - 1 last
                  from change_records where number like 'CHG-%' and id > (select max(id) - 1000 from change_records)) t
                 where last >= first""").query(Range.class).optional();
    }

    private List<Gap> gaps(List<Range> ranges) {
        List<String> numbers = ranges.stream()
            .flatMap((range) -> LongStream.rangeClosed(range.first(), Math.min(range.last(), range.first() + LOOKED))
                .mapToObj(Range::number))
            .toList();
        Set<String> recorded = numbers.isEmpty() ? Set.of()
                : Clause.of("select distinct subject from audit_entries")
                    .where(Clause.of("subject_type = 'change' and ").append(Clause.in("subject", numbers)))
                    .on(this.jdbc)
                    .query(String.class)
                    .list()
                    .stream()
                    .collect(Collectors.toSet());
        return ranges.stream()
            .map((range) -> new Gap(Range.number(range.first()), Range.number(range.last()),
                    LongStream.rangeClosed(range.first(), Math.min(range.last(), range.first() + LOOKED))
                        .mapToObj(Range::number)
                        .anyMatch(recorded::contains)))
            .toList();
    }

    /** Attempts that are missing among those of a release. */
    private List<Gap> attempts(ReportPeriod period) {
        return this.jdbc
            .sql("""
                    select release_key, max(attempt) most, count(*) there from deployments
                     where release_key in (select release_key from deployments where started_at >= :since and started_at < :until)
                     group by release_key having max(attempt) <> count(*) limit :limit""")
            .param("since", period.since())
            .param("until", period.until())
            .param("limit", SHOWN + 1)
            .query(Attempts.class)
            .list()
            .stream()
            .map((one) -> new Gap(Objects.requireNonNull(one.releaseKey()) + "/1", one.releaseKey() + "/" + one.most(),
                    true))
            .toList();
    }

    private record Bounds(long least, long most, @Nullable Instant newest) {
    }

    private record Attempts(String releaseKey, int most, long there) {
    }

    /** Numbers without a change, the first and the last. */
    private record Range(long first, long last) {

        static String number(long one) {
            return "CHG-%06d".formatted(one);
        }

    }

}
