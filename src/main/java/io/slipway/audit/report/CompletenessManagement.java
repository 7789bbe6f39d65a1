package io.slipway.audit.report;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.slipway.audit.RecordSearch;
import io.slipway.audit.report.Completeness.Gap;
import io.slipway.sql.Clause;

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

    private final JdbcClient jdbc;

    private final NumberGaps gaps;

    CompletenessManagement(JdbcClient jdbc, NumberGaps gaps) {
        this.jdbc = jdbc;
        this.gaps = gaps;
    }

    /** Looks at a population of a period. */
    public Completeness of(PopulationKind kind, ReportPeriod period) {
        Set<String> known = known(kind, period);
        Set<String> recorded = recorded(kind, period);
        List<String> unrecorded = known.stream().filter((one) -> !recorded.contains(one)).sorted().toList();
        List<String> vanished = recorded.stream().filter((one) -> !known.contains(one)).sorted().toList();
        List<String> missing = there(kind, period, vanished);
        List<Gap> gaps = kind.series().isEmpty() ? attempts(period) : this.gaps.of(kind, period);
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
            .sql("select " + kind.recorded() + " from audit_entries where action = :action and at >= :since "
                    + "and at < :until")
            .param("action", kind.action())
            .param("since", wider(period).since())
            .param("until", wider(period).until())
            .query(String.class)
            .list());
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
        Set<String> there = new HashSet<>(Clause.of("select member from (")
            .append(kind.select())
            .where(kind.among(some))
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
        Set<String> recorded = new HashSet<>(Clause.of("select " + kind.recorded() + " from audit_entries")
            .where(kind.recordedAmong(some))
            .on(this.jdbc)
            .query(String.class)
            .list());
        return some.stream().filter((one) -> !recorded.contains(one)).toList();
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
                    Gap.Why.RECORDED))
            .toList();
    }

    private record Attempts(String releaseKey, int most, long there) {
    }

}
