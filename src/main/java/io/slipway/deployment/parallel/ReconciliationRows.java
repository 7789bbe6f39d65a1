package io.slipway.deployment.parallel;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import io.slipway.identity.Act;
import io.slipway.sql.Clause;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps cycles and what was compared in them, in the transaction of the caller.
 */
@Component
class ReconciliationRows {

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    ReconciliationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The cycles of a run, the latest first. */
    List<Cycle> cycles(long run) {
        return Clause.of("select * from reconciliation_cycles")
            .where(Clause.equal("run_id", run))
            .append(" order by number desc limit " + MOST)
            .on(this.jdbc)
            .query(Cycle.class)
            .list();
    }

    Optional<Cycle> newest(String release) {
        return Clause.of("select * from reconciliation_cycles")
            .where(Clause.equal("release_key", release))
            .append(" order by id desc limit 1")
            .on(this.jdbc)
            .query(Cycle.class)
            .optional();
    }

    Cycle open(Cycle cycle) {
        Clause
            .insert("reconciliation_cycles", "run_id", cycle.runId(), "release_key", cycle.releaseKey(), "number",
                    cycle.number(), "opened_at", cycle.openedAt(), "next_at", cycle.nextAt())
            .on(this.jdbc)
            .update();
        return newest(cycle.releaseKey()).orElseThrow();
    }

    /** Locks a cycle, so that a tool and a person do not overtake each other. */
    boolean lockOpen(long cycle) {
        return this.jdbc.sql("select closed_at is null from reconciliation_cycles where id = :id for update")
            .param("id", cycle)
            .query(Boolean.class)
            .single();
    }

    void close(long cycle, Act act, boolean clean, String note) {
        Clause
            .update("reconciliation_cycles", "closed_at", act.at(), "closed_by", act.by(), "clean", clean, "note",
                    note.isEmpty() ? null : note)
            .where(Clause.equal("id", cycle))
            .on(this.jdbc)
            .update();
    }

    void keep(long cycle, SystemTotals totals, BigDecimal tolerance, boolean broken, boolean pushed, Act act) {
        BreakFinding finding = totals.finding();
        this.jdbc.sql("""
                insert into reconciliation_totals (cycle_id, point, grain, old_total, new_total, tolerance, broken,
                                                   pushed, told_by, told_at, owner, cause, explanation)
                values (:cycle, :point, :grain, :old, :new, :tolerance, :broken, :pushed, :by, :at, :owner, :cause,
                        :explanation)
                on duplicate key update old_total = value(old_total), new_total = value(new_total),
                  tolerance = value(tolerance), broken = value(broken), pushed = value(pushed),
                  told_by = value(told_by), told_at = value(told_at), owner = value(owner), cause = value(cause),
                  explanation = value(explanation)""")
            .param("cycle", cycle)
            .param("point", totals.point())
            .param("grain", totals.grain())
            .param("old", totals.oldTotal())
            .param("new", totals.newTotal())
            .param("tolerance", tolerance)
            .param("broken", broken)
            .param("pushed", pushed)
            .param("by", act.by())
            .param("at", act.at())
            .param("owner", finding.owner().isEmpty() ? null : finding.owner())
            .param("cause", (finding.cause() != null) ? finding.cause().name() : null)
            .param("explanation", finding.explanation().isEmpty() ? null : finding.explanation())
            .update();
    }

    /** What was compared in some cycles, in the order of points and grains. */
    List<TotalComparison> totals(List<Long> cycles) {
        return Clause.of("select * from reconciliation_totals")
            .where(Clause.in("cycle_id", cycles))
            .append(" order by cycle_id, point, grain")
            .on(this.jdbc)
            .query(TotalComparison.class)
            .list();
    }

}
