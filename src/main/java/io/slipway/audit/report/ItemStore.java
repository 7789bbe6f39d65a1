package io.slipway.audit.report;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.audit.report.Item.Assessment;
import io.slipway.audit.report.Item.Rehearsal;
import io.slipway.change.ChangeAction;
import io.slipway.change.ChangeDecision;
import io.slipway.deployment.report.DeploymentReports;
import io.slipway.deployment.report.ReportMatch;
import io.slipway.deployment.report.ReportTiming;
import io.slipway.deployment.report.ReportedDeployment;
import io.slipway.identity.Role;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads deployments with their facts, many together: a few statements for each chunk,
 * whatever its size.
 */
@Component
class ItemStore {

    static final KeyOrder<Item.Row> NEWEST = KeyOrder.<Item.Row>descending()
        .instant("d.started_at", Item.Row::startedAt)
        .number("d.id", Item.Row::id);

    private static final String KEYS = "keys";

    private static final String SELECT = """
            select d.id, d.release_key, r.name release_name, d.attempt, d.environment, d.started_at, d.finished_at,
                   d.status, d.deployed_by, d.digest, c.id change_id, c.number, c.type, c.risk,
                   coalesce(c.risk_version, 0) risk_version, coalesce(c.back_out_plan, '') <> '' back_out,
                   c.digest change_digest, coalesce(c.seats, '') seats, c.emergency_reviewed_at, c.emergency_reviewer,
                   s.name standard_name, s.decided_by standard_by
              from deployments d
              join releases r on r.release_key = d.release_key
              left join change_records c on c.id = coalesce(
                   (select max(x.id) from change_records x where x.release_key = d.release_key and x.raised_at <= d.started_at),
                   (select min(y.id) from change_records y where y.release_key = d.release_key))
              left join standard_changes s on s.id = c.standard_change""";

    private final JdbcClient jdbc;

    private final DeploymentReports reports;

    ItemStore(JdbcClient jdbc, DeploymentReports reports) {
        this.jdbc = jdbc;
        this.reports = reports;
    }

    Optional<Item> find(String releaseKey, int attempt) {
        return items(Clause.of(SELECT)
            .where(Clause.equal("d.release_key", releaseKey).and(Clause.equal("d.attempt", attempt)))).stream()
            .findFirst();
    }

    /** Those of some numbers in the database, in no order. */
    List<Item> of(Collection<Long> ids) {
        return items(Clause.of(SELECT).where(Clause.in("d.id", ids)));
    }

    /** Those of a period, the newest first. */
    List<Item> between(ReportPeriod period, String from, int most) {
        return items(Clause.of(SELECT)
            .where(Clause.of("d.started_at >= :since", "since", period.since())
                .and("d.started_at < :until", "until", period.until())
                .and(NEWEST.after(from)))
            .append(NEWEST.by() + " limit " + most));
    }

    private List<Item> items(Clause which) {
        List<Item.Row> rows = which.on(this.jdbc).query(Item.Row.class).list();
        if (rows.isEmpty()) {
            return List.of();
        }
        Set<String> keys = rows.stream().map(Item.Row::releaseKey).collect(Collectors.toSet());
        Map<Long, List<DecisionRow>> decisions = decisions(rows);
        Map<String, List<Assessment>> assessments = of(keys, """
                select release_key, verdict = 'PASSED' passed, assessed_by `by`, assessed_at at from test_assessments
                 where release_key in (:keys) order by id""", Assessment.class, Assessment::releaseKey);
        Map<String, List<Delivered>> evidence = of(keys,
                "select release_key, delivered_at from evidence where release_key in (:keys)", Delivered.class,
                Delivered::releaseKey);
        Map<String, List<Rehearsal>> rehearsals = of(keys, """
                select release_key, succeeded, rehearsed_at at from rollback_rehearsals
                 where release_key in (:keys) order by id""", Rehearsal.class, Rehearsal::releaseKey);
        Map<String, Instant> due = new HashMap<>();
        of(keys, """
                select business_key release_key, min(due_at) delivered_at from work_items
                 where business_key in (:keys) and form = 'change/review-emergency-change' group by business_key""",
                Delivered.class, Delivered::releaseKey)
            .forEach((key, one) -> due.put(key, one.get(0).deliveredAt()));
        Map<String, List<ReportedDeployment>> reported = this.reports.of(keys)
            .stream()
            .collect(Collectors.groupingBy(ReportedDeployment::release));
        return rows.stream()
            .map((row) -> new Item(row,
                    decisions.getOrDefault((row.changeId() != null) ? row.changeId() : -1L, List.of())
                        .stream()
                        .map(DecisionRow::decision)
                        .toList(),
                    assessments.getOrDefault(row.releaseKey(), List.of()),
                    (int) evidence.getOrDefault(row.releaseKey(), List.of())
                        .stream()
                        .filter((one) -> !one.deliveredAt().isAfter(row.startedAt()))
                        .count(),
                    rehearsals.getOrDefault(row.releaseKey(), List.of()), due.get(row.releaseKey()),
                    others(row, reported.getOrDefault(row.releaseKey(), List.of()))))
            .toList();
    }

    private Map<Long, List<DecisionRow>> decisions(List<Item.Row> rows) {
        List<Long> ids = rows.stream().map(Item.Row::changeId).filter((id) -> id != null).distinct().toList();
        return Clause.of("select change_record_id, action, actor, role, decided_at at from change_decisions")
            .where(Clause.in("change_record_id", ids))
            .append(" order by change_record_id, position")
            .on(this.jdbc)
            .query(DecisionRow.class)
            .list()
            .stream()
            .collect(Collectors.groupingBy(DecisionRow::changeRecordId));
    }

    private <T> Map<String, List<T>> of(Set<String> keys, String statement, Class<T> type, Function<T, String> key) {
        return this.jdbc.sql(statement)
            .param(KEYS, keys)
            .query(type)
            .list()
            .stream()
            .collect(Collectors.groupingBy(key));
    }

    /** What a tool deployed while this attempt ran, and is not of the package. */
    private static List<String> others(Item.Row row, List<ReportedDeployment> reported) {
        return reported.stream()
            .filter((one) -> one.timing() == ReportTiming.DURING && one.attempt() == row.attempt())
            .filter((one) -> one.match() == ReportMatch.OTHER && one.digest() != null)
            .map(ReportedDeployment::digest)
            .distinct()
            .toList();
    }

    /** One line of the history of a change. */
    private record DecisionRow(long changeRecordId, ChangeAction action, String actor, @Nullable Role role,
            Instant at) {

        ChangeDecision decision() {
            return new ChangeDecision(this.action, this.actor, this.role, this.at, null, null);
        }

    }

    /** When something of a release came. */
    private record Delivered(String releaseKey, Instant deliveredAt) {
    }

}
