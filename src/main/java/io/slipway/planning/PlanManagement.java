package io.slipway.planning;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.slipway.approval.Seat;
import io.slipway.approval.Shortage;
import io.slipway.identity.Act;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InputProblem;
import io.slipway.input.InvalidInputException;
import io.slipway.input.StaleFormException;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanChange;
import io.slipway.planning.plan.PlanParts;
import io.slipway.planning.plan.PlanPolicy;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseChange;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.sql.ReadOnce;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.escalation.Escalations;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans of releases: written, submitted, judged by those who have to approve, confirmed.
 * Role and separation of duties are judged before, where the work item is completed.
 */
@Service
@Transactional
public class PlanManagement {

    private static final int LONGEST_REASON = 2000;

    private final ReleaseManagement releases;

    private final CurrentPlans plans;

    private final PlanRules rules;

    private final PlanDecisions decisions;

    private final PlanRevisions revisions;

    private final WorkItemActs acts;

    private final Escalations escalations;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    private final CurrentActor currentActor;

    private final ReadOnce once;

    PlanManagement(ReleaseManagement releases, CurrentPlans plans, PlanRules rules, PlanDecisions decisions,
            PlanRevisions revisions, WorkItemActs acts, Escalations escalations, Journal journal,
            ApplicationEventPublisher events, CurrentActor currentActor, ReadOnce once) {
        this.releases = releases;
        this.plans = plans;
        this.rules = rules;
        this.decisions = decisions;
        this.revisions = revisions;
        this.acts = acts;
        this.escalations = escalations;
        this.journal = journal;
        this.events = events;
        this.currentActor = currentActor;
        this.once = once;
    }

    /**
     * Saves a plan that is being written, which may have gaps. Of what has changed it
     * refuses placeholders, times and announcements in the past, an end that is not after
     * the start, and what is unknown; further a release outside its plan phase, and, with
     * a {@link StaleFormException}, a plan that somebody else changed meanwhile.
     * @param version the version of the release that the person saw; null for any
     */
    public void save(String key, @Nullable Integer version, Plan draft) {
        ReleaseChange change = this.releases.revise(key);
        ReleasePlan before = this.plans.of(key);
        this.rules.checkSaved(key, before.plan(), draft);
        keep(change, before, written(change, before, version, draft));
    }

    /**
     * Saves a plan and submits it to those who have to approve it: the stakeholders whom
     * it names, and whom the policy asks for. Refuses what {@link #save} refuses, an
     * incomplete plan, a start in the past or two years ahead, approvers who are unknown,
     * disabled, no stakeholders or the author, fewer days of early life support than the
     * policy asks for, and approvals that nobody could give.
     * @param version the version of the release that the person saw
     */
    public List<Seat> submit(String key, int version, Plan draft) {
        Act act = this.journal.act();
        String author = act.by();
        this.rules.checkSubmitted(key, draft, author);
        ReleaseChange change = this.releases.revise(key);
        ReleasePlan before = this.plans.of(key);
        ReleasePlan written = written(change, before, version, draft);
        PlanPolicy policy = this.decisions.decide(written.key(), draft);
        InputCheck check = new InputCheck();
        checkPolicy(key, draft, policy, author, check);
        check.finish();
        ReleasePlan plan = written.submitted(change.release(), policy, act);
        keep(change, before, plan);
        this.revisions.keep(plan, act, null, null);
        List<Seat> seats = this.decisions.seats(draft, policy, author);
        this.journal.record(JournalEntry.ofRelease("plan.submitted", key)
            .as(Role.RELEASE_MANAGER)
            .with(Map.of("revision", plan.revision(), "approvers", draft.people().approvers(), "digest",
                    String.valueOf(plan.digest()), "risk", policy.risk())));
        this.events.publishEvent(new PlanSubmitted(key, plan.revision(), draft.people().approvers()));
        return seats;
    }

    private void checkPolicy(String key, Plan draft, PlanPolicy policy, String author, InputCheck check) {
        check.refuseIf(draft.support().supportDays() < policy.supportDays(), "supportDays",
                "release.plan.support-days.policy", policy.supportDays());
        this.decisions.shortages(draft, policy, List.of(), List.of(author))
            .forEach((shortage) -> refuse(check, "approvers", "release.plan.shortage", shortage));
        this.decisions.voteShortages(key, draft, policy)
            .forEach((shortage) -> refuse(check, "plannedStart", "release.plan.vote-shortage", shortage));
    }

    /**
     * What the current actor would be refused who submitted a plan as it now stands.
     * @return each problem with the part of the plan that it is in
     */
    @Transactional(readOnly = true)
    public List<InputProblem> problems(ReleaseDetails release) {
        return this.once.of("plan-problems", release.key(), () -> judged(release));
    }

    private List<InputProblem> judged(ReleaseDetails release) {
        Plan plan = this.plans.of(release).plan();
        String author = this.currentActor.get().userName();
        InputCheck check = new InputCheck();
        this.rules.checkSubmitted(release.key(), null, plan, author, check);
        checkPolicy(release.key(), plan, preview(release), author, check);
        return check.problems();
    }

    /** What the policy would ask of a plan as it now stands; nothing is kept. */
    @Transactional(readOnly = true)
    public PlanPolicy preview(ReleaseDetails release) {
        return this.once.of("plan-policy", release.key(), () -> this.decisions.preview(this.plans.of(release).plan()));
    }

    /** What the policy would ask of a plan that is being written; nothing is kept. */
    @Transactional(readOnly = true)
    public PlanPolicy preview(Plan draft) {
        return this.decisions.preview(draft);
    }

    /**
     * The approvals that a plan as it now stands would need.
     * @return the approvals, those of named people first
     */
    @Transactional(readOnly = true)
    public List<Seat> seats(ReleaseDetails release) {
        ReleasePlan plan = this.plans.of(release);
        PlanPolicy policy = (plan.policy() != null) ? plan.policy() : preview(release);
        return this.decisions.seats(plan.plan(), policy, plan.submittedBy());
    }

    /**
     * The approvals of a plan as it now stands that are missing and that nobody could
     * give in time.
     * @param given the approvals that were given already, each with its person
     * @return what is short; empty if nothing is
     */
    @Transactional(readOnly = true)
    public List<Shortage> shortages(ReleaseDetails release, List<Seat> given) {
        ReleasePlan plan = this.plans.of(release);
        String author = (plan.submittedBy() != null) ? plan.submittedBy() : release.owner();
        return this.decisions.shortages(plan.plan(), preview(release), given, List.of(author));
    }

    private static void refuse(InputCheck check, String field, String code, Shortage shortage) {
        check.refuse(field, code, shortage.rule().minimum(), shortage.rule().role().id(), shortage.available(),
                shortage.reason());
    }

    /**
     * Hands the open approvals of a submitted plan up, because their time is over, and
     * says so; it approves nothing.
     */
    public void escalate(String key) {
        int waiting = this.escalations.escalate(key, "planning/approve-plan");
        if (waiting > 0) {
            this.journal.record(JournalEntry.ofRelease("plan.escalated", key).with(Map.of("waiting", waiting)));
            this.events.publishEvent(new PlanApprovalOverdue(key, waiting));
        }
    }

    private ReleasePlan written(ReleaseChange change, ReleasePlan before, @Nullable Integer version, Plan draft) {
        ReleaseDetails now = change.release();
        if (version != null && now.version() != version) {
            throw new StaleFormException("/releases/" + now.key() + "/plan", PlanParts.texts(before.plan()),
                    PlanParts.texts(draft));
        }
        refuseIf(now.phase() != Phase.PLAN, "release.plan.closed");
        ReleasePlan written = before.written(now, draft);
        List<PlanChange> changes = PlanParts.difference(before.plan(), draft);
        if (!changes.isEmpty()) {
            this.journal.record(JournalEntry.ofRelease("plan.changed", now.key())
                .change(PlanChange.before(changes), PlanChange.after(changes)));
        }
        if (!now.name().equals(draft.scope().name())) {
            this.acts.rename(now.key(), draft.scope().name());
        }
        return written;
    }

    private void keep(ReleaseChange change, ReleasePlan before, ReleasePlan plan) {
        change.keep(plan.plan().outline());
        this.plans.keep(before.plan(), plan);
    }

    /**
     * Records that the current actor approves the submitted plan. Refuses its author, and
     * who does not hold the role.
     * @param role the role in which the person approves
     * @param remark what the person adds, may be empty, at most 2,000 characters
     */
    public void approve(String key, Role role, String remark) {
        InputCheck check = new InputCheck();
        String said = check.optional("reason", remark, LONGEST_REASON);
        check.finish();
        ReleasePlan plan = judged(key, role);
        this.journal.record(JournalEntry.ofRelease("plan.approved", key)
            .as(role)
            .because(said.isEmpty() ? null : said)
            .with(Map.of("revision", plan.revision(), "digest", String.valueOf(plan.digest()))));
    }

    /**
     * Records that the current actor rejects the submitted plan. Refuses its author, who
     * does not hold the role, and a missing reason.
     * @param role the role in which the person rejects
     * @param reason why, at most 2,000 characters
     */
    public void reject(String key, Role role, String reason) {
        String why = InputCheck.text("reason", reason, LONGEST_REASON, "planning.approve-plan.reason.missing");
        ReleasePlan plan = judged(key, role);
        this.journal.record(JournalEntry.ofRelease("plan.rejected", key)
            .as(role)
            .because(why)
            .with(Map.of("revision", plan.revision())));
        this.events.publishEvent(new PlanRejected(key, plan.revision(), this.currentActor.get().userName(), why));
    }

    private ReleasePlan judged(String key, Role role) {
        ReleaseDetails release = this.releases.get(key);
        ReleasePlan plan = this.plans.of(release);
        refuseIf(release.phase() != Phase.PLAN || plan.revision() == 0, "release.plan.closed");
        refuseIf(!this.currentActor.get().has(role) || this.currentActor.get().userName().equals(plan.submittedBy()),
                "planning.approve-plan.not-named");
        return plan;
    }

    /**
     * Makes a plan that everybody approved who had to the final one. Refuses a release
     * outside its plan phase or without a submitted plan.
     */
    public void confirm(String key) {
        Instant now = this.journal.act().at();
        ReleaseChange change = this.releases.revise(key);
        ReleasePlan before = this.plans.of(key);
        ReleasePlan plan = before.confirmed(change.release(), now);
        keep(change, before, plan);
        this.journal.record(JournalEntry.ofRelease("plan.confirmed", key));
        this.revisions.approve(plan.key(), plan.revision(), now);
        this.events.publishEvent(new PlanApproved(key, plan.revision()));
    }

    private static void refuseIf(boolean condition, String code) {
        if (condition) {
            throw new InvalidInputException("", code);
        }
    }

}
