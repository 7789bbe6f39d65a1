package io.slipway.deployment.parallel;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.NotFoundException;
import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a new system take over from an old one, and the old one again until its deadline;
 * after that there is only the way forward, and the old one is retired once nobody uses
 * it. Who may do it was judged before, where the work item was completed.
 */
@Service
@Transactional
public class CutOverManagement {

    private static final int REASON = 2000;

    private static final int TEXT = 4000;

    private final JdbcClient jdbc;

    private final ReconciliationManagement reconciliation;

    private final Journal journal;

    CutOverManagement(JdbcClient jdbc, ReconciliationManagement reconciliation, Journal journal) {
        this.jdbc = jdbc;
        this.reconciliation = reconciliation;
        this.journal = journal;
    }

    /**
     * Decides that the new system takes over. Refuses while fewer cycles in a row are
     * clean than the plan wants.
     * @param reason why, at most 2,000 characters; may be empty
     */
    public void decide(String releaseKey, long run, String reason) {
        InputCheck check = new InputCheck();
        String why = check.optional("reason", reason, REASON);
        int clean = this.reconciliation.cleanInARow(run);
        int wanted = Math.max(1, this.reconciliation.plan(releaseKey).cleanCycles());
        check.refuseIf(clean < wanted, "", "deployment.parallel.cut-over.unclean", clean, wanted);
        check.finish();
        Act act = this.journal.act();
        Clause
            .insert("cut_overs", "run_id", run, "release_key", releaseKey, "decided_at", act.at(), "decided_by",
                    act.by(), "reason", why.isEmpty() ? null : why)
            .append(" on duplicate key update decided_at = value(decided_at), decided_by = value(decided_by),"
                    + " reason = value(reason)")
            .on(this.jdbc)
            .update();
        write("deployment.cut-over-decided", releaseKey, Role.SERVICE_OWNER, why, Map.of("cleanCycles", clean));
    }

    /**
     * Decides against the cut-over for now: another cycle is compared, or the run is
     * given up.
     * @param reason why, 1 to 2,000 characters
     */
    public void decline(String releaseKey, boolean givenUp, String reason) {
        String why = InputCheck.text("reason", reason, REASON, "deployment.parallel.cut-over.reason.missing");
        write(givenUp ? "deployment.parallel-given-up" : "deployment.cycle-wanted", releaseKey, Role.SERVICE_OWNER, why,
                Map.of());
    }

    /**
     * Notes that the new system is in charge.
     * @return until when the old one can take over again, UTC
     */
    public Instant begin(String releaseKey, long run) {
        Act act = this.journal.act();
        Instant until = act.at().plus(Duration.ofHours(this.reconciliation.plan(releaseKey).cutBackHours()));
        change(run, "done_at", act.at(), "cut_back_until", until);
        write("deployment.cut-over", releaseKey, null, "", Map.of("until", until));
        return until;
    }

    /**
     * Decides that the old system takes over again. Refuses it after the deadline.
     * @param reason why, 1 to 2,000 characters
     * @param writtenSince what was written to the new system since the cut-over and has
     * to be brought back, 1 to 4,000 characters
     */
    public void cutBack(String releaseKey, long run, String reason, String writtenSince) {
        InputCheck check = new InputCheck();
        String why = check.required("reason", reason, REASON, "deployment.parallel.cut-back.reason.missing");
        String written = check.required("writtenSince", writtenSince, TEXT, "deployment.parallel.written.missing");
        Act act = this.journal.act();
        Instant until = get(run).cutBackUntil();
        check.refuseIf(until == null || act.at().isAfter(until), "", "deployment.parallel.cut-back.late");
        check.finish();
        change(run, "cut_back_at", act.at(), "cut_back_by", act.by(), "cut_back_reason", why, "written_since", written);
        write("deployment.cut-back", releaseKey, Role.DEPLOYMENT_MANAGER, why, Map.of("written", written));
    }

    /**
     * Notes that nobody uses the old system any more. Refuses it while it can take over
     * again.
     * @param proof how that is known, and until when what it held is kept, 1 to 4,000
     * characters
     */
    public void retire(String releaseKey, long run, String proof) {
        InputCheck check = new InputCheck();
        String known = check.required("proof", proof, TEXT, "deployment.parallel.proof.missing");
        Act act = this.journal.act();
        Instant until = get(run).cutBackUntil();
        check.refuseIf(until == null || act.at().isBefore(until), "", "deployment.parallel.retire.early");
        check.finish();
        change(run, "retired_at", act.at(), "retired_by", act.by(), "proof", known);
        write("deployment.legacy-retired", releaseKey, Role.DEPLOYMENT_MANAGER, "", Map.of("proof", known));
    }

    /** How the new system of a run took over, once that was decided. */
    @Transactional(readOnly = true)
    public Optional<CutOver> of(long run) {
        return Clause.of("select * from cut_overs")
            .where(Clause.equal("run_id", run))
            .on(this.jdbc)
            .query(CutOver.class)
            .optional();
    }

    private CutOver get(long run) {
        return of(run).orElseThrow(() -> new NotFoundException("cut-over", Long.toString(run)));
    }

    private void change(long run, Object... values) {
        Clause.update("cut_overs", values).where(Clause.equal("run_id", run)).on(this.jdbc).update();
    }

    private void write(String action, String releaseKey, @Nullable Role role, String reason, Map<String, ?> values) {
        this.journal.record(JournalEntry.ofRelease(action, releaseKey)
            .as(role)
            .because(reason.isEmpty() ? null : reason)
            .with(values));
    }

}
