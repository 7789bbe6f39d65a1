package io.slipway.deployment.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.slipway.input.KeyPage;
import io.slipway.planning.wave.CheckRule;
import io.slipway.sql.Clause;
import io.slipway.sql.Json;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps checks and their readings, in the transaction of the caller.
 */
@Component
class CheckRows {

    /** Readings that are kept of one check; older ones go. */
    static final int RETAINED = 500;

    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final KeyOrder<Check> LATEST = KeyOrder.<Check>descending().number("id", Check::id);

    private static final String CHECKS = "select * from checks";

    private final JdbcClient jdbc;

    CheckRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String subject, CheckRule rule, CheckScope scope, Instant now, @Nullable Instant dueAt) {
        Clause
            .insert("checks", "subject", subject, "live", true, "release_key", scope.release(), "environment",
                    scope.environment(), "service", scope.service(), "kind", rule.kind(), "source", rule.source(),
                    "rule", Json.text(rule), "begun_at", now, "reason", "", "measured", 0, "succeeded", 0, "failed", 0,
                    "inconclusive", 0, "errors", 0, "success_streak", 0, "error_streak", 0, "due_at", dueAt)
            .on(this.jdbc)
            .update();
    }

    Optional<Check> newest(String subject) {
        return one(Clause.equal("subject", subject), " order by id desc limit 1");
    }

    Optional<Check> live(String subject) {
        return one(Clause.equal("subject", subject).and("live = true"), " for update");
    }

    Optional<Check> find(long id) {
        return one(Clause.equal("id", id), "");
    }

    KeyPage<Check> list(String from) {
        return LATEST.page(this.jdbc, CHECKS, Clause.NONE, from, Check.class);
    }

    Check locked(long id) {
        return one(Clause.equal("id", id), " for update").orElseThrow();
    }

    private Optional<Check> one(Clause where, String end) {
        return Clause.of(CHECKS).where(where).append(end).on(this.jdbc).query(Check.class).optional();
    }

    List<Reading> readings(long check, int most) {
        return this.jdbc.sql("select * from check_readings where check_id = :id order by id desc limit :most")
            .param("id", check)
            .param("most", most)
            .query(Reading.class)
            .list();
    }

    /**
     * Keeps a reading.
     * @param delivery by which the same result is known again; null if it cannot be
     * @return whether it was not known yet
     */
    boolean keep(Check check, Reading reading, @Nullable String delivery) {
        int kept = this.jdbc.sql("""
                insert ignore into check_readings
                       (check_id, taken_at, outcome, value, threshold, query, note, told_by, delivery)
                values (:id, :at, :outcome, :value, :threshold, :query, :note, :by, :delivery)""")
            .param("id", check.id())
            .param("at", reading.takenAt())
            .param("outcome", reading.outcome().name())
            .param("value", reading.value())
            .param("threshold", reading.threshold())
            .param("query", reading.query())
            .param("note", reading.note())
            .param("by", reading.toldBy())
            .param("delivery", delivery)
            .update();
        int taken = check.tally().measured() + check.tally().errors();
        if (kept == 1 && taken >= RETAINED && taken % 50 == 0) {
            this.jdbc.sql("""
                    delete from check_readings where check_id = :id and id < (select min(id) from
                           (select id from check_readings where check_id = :id order by id desc limit :most) newest)""")
                .param("id", check.id())
                .param("most", RETAINED)
                .update();
        }
        return kept == 1;
    }

    void count(Check check, CheckTally tally, @Nullable Instant dueAt) {
        counted(check, tally, "due_at", dueAt);
    }

    void judge(Check check, CheckTally tally, CheckVerdict verdict, String reason, Instant now) {
        counted(check, tally, "live", null, "due_at", null, "ended_at", now, "verdict", verdict, "reason", reason);
    }

    private void counted(Check check, CheckTally tally, @Nullable Object... besides) {
        List<@Nullable Object> values = new ArrayList<>(
                Arrays.asList("measured", tally.measured(), "succeeded", tally.succeeded(), "failed", tally.failed(),
                        "inconclusive", tally.inconclusive(), "errors", tally.errors(), "success_streak",
                        tally.successStreak(), "error_streak", tally.errorStreak(), "leased_until", null));
        values.addAll(Arrays.asList(besides));
        Clause.update("checks", values.toArray()).where(Clause.equal("id", check.id())).on(this.jdbc).update();
    }

    /** Takes checks that are due, so that one node measures each. */
    List<Check> take(Instant now, int most) {
        List<Check> due = this.jdbc.sql("""
                select * from checks
                 where due_at <= :now and (leased_until is null or leased_until <= :now)
                 order by due_at, id limit :most for update skip locked""")
            .param("now", now)
            .param("most", most)
            .query(Check.class)
            .list();
        if (!due.isEmpty()) {
            Clause.update("checks", "leased_until", now.plus(LEASE))
                .where(Clause.in("id", due.stream().map(Check::id).toList()))
                .on(this.jdbc)
                .update();
        }
        return due;
    }

}
