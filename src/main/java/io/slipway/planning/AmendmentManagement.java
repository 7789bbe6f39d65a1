package io.slipway.planning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.StaleFormException;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanChange;
import io.slipway.planning.plan.PlanParts;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.policy.PolicyManagement;
import io.slipway.policy.Voided;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseChange;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.Workflow;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Amends plans that are approved already: says before what would change and what the
 * policy makes void, and brings the release back to whoever has to agree again.
 */
@Service
@Transactional
public class AmendmentManagement {

    private static final String REVISION = "RevisePlan";

    private static final int LONGEST_REASON = 2000;

    private static final String START = "deployment/start-deployment";

    private final ReleaseManagement releases;

    private final CurrentPlans plans;

    private final PlanRules rules;

    private final PlanRevisions revisions;

    private final PolicyManagement policies;

    private final WorkItems workItems;

    private final WorkItemActs acts;

    private final Workflow workflow;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    AmendmentManagement(ReleaseManagement releases, CurrentPlans plans, PlanRules rules, PlanRevisions revisions,
            PolicyManagement policies, WorkItems workItems, WorkItemActs acts, Workflow workflow, Journal journal,
            ApplicationEventPublisher events) {
        this.releases = releases;
        this.plans = plans;
        this.rules = rules;
        this.revisions = revisions;
        this.policies = policies;
        this.workItems = workItems;
        this.acts = acts;
        this.workflow = workflow;
        this.journal = journal;
        this.events = events;
    }

    /**
     * Whether a release's plan can be amended: it is approved, and its deployment has not
     * started.
     */
    @Transactional(readOnly = true)
    public boolean amendable(ReleaseDetails release) {
        Instant approvedAt = this.plans.of(release).approvedAt();
        if (!release.open() || approvedAt == null || release.phase() == Phase.PLAN
                || release.phase().compareTo(Phase.DEPLOY) > 0) {
            return false;
        }
        return release.phase() != Phase.DEPLOY || this.workItems.decisionsOf(release.key())
            .stream()
            .noneMatch((item) -> START.equals(item.form()) && item.createdAt().isAfter(approvedAt));
    }

    /**
     * What an amendment would change and make void; nothing is kept. Refuses everybody
     * but release managers, a plan that is not approved or is being deployed, and what a
     * submitted plan must hold.
     * @return the amendment; without changes if there are none
     */
    @PreAuthorize("hasAuthority('release-manager')")
    @Transactional(readOnly = true)
    public Amendment preview(String key, Plan draft) {
        return preview(this.releases.get(key), draft);
    }

    private Amendment preview(ReleaseDetails release, Plan draft) {
        refuseIf(!amendable(release), "", "planning.amend.too-late");
        ReleasePlan plan = this.plans.of(release);
        InputCheck check = new InputCheck();
        this.rules.checkSubmitted(release.key(), plan.plan(), draft, String.valueOf(plan.submittedBy()), check);
        check.finish();
        List<PlanChange> changes = PlanParts.difference(plan.plan(), draft);
        Voided voided = this.policies.voidedBy(release.type(),
                changes.stream().map(PlanChange::part).collect(Collectors.toSet()));
        return new Amendment(changes, voided, PlanYaml.digest(draft));
    }

    /**
     * Amends an approved plan. Where the policy voids the plan's approvals, the release
     * goes back to its plan; where it voids the change's only, to its authorisation; else
     * it stays where it is. Refuses what {@link #preview} refuses, a plan that nothing
     * changed in, a missing reason, and, with a {@link StaleFormException}, a plan that
     * somebody else changed meanwhile.
     * @param version the version of the release that the person saw
     * @param reason why, at most 2,000 characters
     */
    @PreAuthorize("hasAuthority('release-manager')")
    public void amend(String key, int version, Plan draft, String reason) {
        String why = InputCheck.text("", reason, LONGEST_REASON, "planning.amend.reason.missing");
        ReleaseChange change = this.releases.revise(key);
        ReleaseDetails now = change.release();
        ReleasePlan before = this.plans.of(now);
        if (now.version() != version) {
            throw new StaleFormException("/releases/" + now.key() + "/plan/amend", PlanParts.texts(before.plan()),
                    PlanParts.texts(draft));
        }
        Amendment amendment = preview(now, draft);
        refuseIf(amendment.changes().isEmpty(), "", "planning.amend.nothing");
        Voided voided = amendment.voided();
        ReleasePlan amended = before.amended(now, draft, voided.change());
        change.keep(draft.outline());
        this.plans.keep(before.plan(), amended);
        this.revisions.keep(amended, this.journal.act(), voided.plan() ? null : before.approvedAt(), why);
        record(now.key(), amendment, why);
        if (!now.name().equals(draft.scope().name())) {
            this.acts.rename(now.key(), draft.scope().name());
        }
        this.events.publishEvent(new PlanAmended(now.key(), amendment.changes().stream().map(PlanChange::part).toList(),
                voided.plan(), voided.change()));
        boolean again = voided.plan() || (voided.change() && now.phase().compareTo(Phase.AUTHORISE) >= 0);
        if (again) {
            this.workflow.signal(REVISION, now.key(), Map.of("planApproved", !voided.plan(), "packageReopened", false));
        }
    }

    private void record(String key, Amendment amendment, String reason) {
        Map<String, String> after = PlanChange.after(amendment.changes());
        after.put("voids", (amendment.voided().plan() ? "plan " : "") + (amendment.voided().change() ? "change" : ""));
        this.journal.record(JournalEntry.ofRelease("plan.amended", key)
            .as(Role.RELEASE_MANAGER)
            .because(reason)
            .change(PlanChange.before(amendment.changes()), after));
    }

    /**
     * What changed since the plan was approved last; if it never was, since it was
     * submitted before and rejected.
     * @param release the release, its plan submitted
     * @return the parts that differ; nothing if nobody judged it before
     */
    @Transactional(readOnly = true)
    public List<PlanChange> sinceJudged(ReleaseDetails release) {
        ReleasePlan plan = this.plans.of(release);
        return this.revisions.approvedBefore(release.key(), plan.revision())
            .or(() -> this.revisions.before(release.key(), plan.revision()))
            .map((before) -> PlanParts.difference(before, plan.plan()))
            .orElse(List.of());
    }

    private static void refuseIf(boolean condition, String field, String code, Object... arguments) {
        if (condition) {
            throw new InvalidInputException(field, code, arguments);
        }
    }

}
