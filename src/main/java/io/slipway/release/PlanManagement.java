package io.slipway.release;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.release.plan.PlanDraft;
import io.slipway.ui.InvalidInputException;
import io.slipway.ui.StaleFormException;
import io.slipway.workflow.WorkItemManagement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans of releases: written, submitted, judged by the named stakeholders, confirmed.
 * Role and separation of duties are judged before, where the work item is completed.
 */
@Service
@Transactional
public class PlanManagement {

    private final ReleaseStore store;

    private final PlanRules rules;

    private final WorkItemManagement workItems;

    private final CurrentActor actor;

    private final Clock clock;

    PlanManagement(ReleaseStore store, PlanRules rules, WorkItemManagement workItems, CurrentActor actor, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.workItems = workItems;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Saves a plan that is being written. Refuses a release outside its plan phase, an
     * end that is not after the start, and, with a {@link StaleFormException}, a plan
     * that somebody else changed meanwhile.
     * @param key the release's key
     * @param version the version of the release that the person saw
     * @param draft the plan
     */
    public void save(String key, int version, PlanDraft draft) {
        this.rules.checkSaved(key, draft);
        write(key, version, draft);
    }

    /**
     * Saves a plan and submits it to the stakeholders whom it names. Refuses what
     * {@link #save} refuses, an incomplete plan, a start more than 30 days back or two
     * years ahead, and approvers who are unknown, disabled, no stakeholders or the
     * author.
     * @param key the release's key
     * @param version the version of the release that the person saw
     * @param draft the plan
     */
    public void submit(String key, int version, PlanDraft draft) {
        String author = this.actor.get().userName();
        this.rules.checkSubmitted(key, draft, author);
        Release release = write(key, version, draft);
        release.submitPlan(author, this.clock.instant().truncatedTo(ChronoUnit.MILLIS));
        this.store.store(release);
        int revision = release.planRevision();
        this.store.record(JournalEntry.ofRelease("plan.submitted", key)
            .as(Role.RELEASE_MANAGER)
            .with(Map.of("revision", revision, "approvers", draft.approvers())));
        this.store.publish(new PlanSubmitted(key, revision, draft.approvers()));
    }

    private Release write(String key, int version, PlanDraft draft) {
        Release release = this.store.load(key);
        ReleaseDetails now = this.store.get(key);
        PlanDraft before = now.draft();
        if (now.version() != version) {
            throw new StaleFormException("/releases/" + now.key() + "/plan", PlanText.of(before), PlanText.of(draft));
        }
        refuseIf(release.phase() != Phase.PLAN, "release.plan.closed");
        release.writePlan(draft);
        this.store.store(release);
        Map<String, String> old = new LinkedHashMap<>(PlanText.of(before));
        Map<String, String> changed = new LinkedHashMap<>(PlanText.of(draft));
        changed.entrySet().removeIf((entry) -> entry.getValue().equals(old.get(entry.getKey())));
        old.keySet().retainAll(changed.keySet());
        if (!changed.isEmpty()) {
            this.store.recordChange("plan.changed", key, old, changed);
        }
        if (!before.name().equals(draft.name())) {
            this.workItems.rename(key, draft.name());
        }
        return release;
    }

    /**
     * Records that the current actor approves the submitted plan. Refuses a person whom
     * the plan does not name.
     * @param key the release's key
     * @param remark what the person adds, may be empty
     */
    public void approve(String key, String remark) {
        ReleasePlan plan = judged(key);
        this.store.record(JournalEntry.ofRelease("plan.approved", key)
            .as(Role.STAKEHOLDER)
            .because(remark.isBlank() ? null : remark)
            .with(Map.of("revision", plan.revision())));
    }

    /**
     * Records that the current actor rejects the submitted plan. Refuses a person whom
     * the plan does not name, and a missing reason.
     * @param key the release's key
     * @param reason why
     */
    public void reject(String key, String reason) {
        if (reason.isBlank()) {
            throw new InvalidInputException("reason", "release.approve-plan.reason.missing");
        }
        ReleasePlan plan = judged(key);
        this.store.record(JournalEntry.ofRelease("plan.rejected", key)
            .as(Role.STAKEHOLDER)
            .because(reason)
            .with(Map.of("revision", plan.revision())));
        this.store.publish(new PlanRejected(key, plan.revision(), this.actor.get().userName(), reason));
    }

    private ReleasePlan judged(String key) {
        ReleaseDetails release = this.store.get(key);
        ReleasePlan plan = release.plan();
        refuseIf(release.phase() != Phase.PLAN || plan.revision() == 0, "release.plan.closed");
        refuseIf(!plan.approvers().contains(this.actor.get().userName()), "release.approve-plan.not-named");
        return plan;
    }

    /**
     * Makes a plan that every named stakeholder approved the final one. Refuses a release
     * outside its plan phase or without a submitted plan.
     * @param key the release's key
     */
    public void confirm(String key) {
        Release release = this.store.change(key,
                (planned) -> planned.confirmPlan(this.clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                JournalEntry.ofRelease("plan.confirmed", key));
        this.store.publish(new PlanApproved(key, release.planRevision()));
    }

    private static void refuseIf(boolean condition, String code) {
        if (condition) {
            throw new InvalidInputException("", code);
        }
    }

}
