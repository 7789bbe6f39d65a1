package io.slipway.planning;

import io.slipway.planning.plan.PlanDraft;
import io.slipway.planning.plan.PlanTemplates;
import io.slipway.release.Phase;
import io.slipway.release.PhaseBegun;
import io.slipway.release.ReleaseCancelled;
import io.slipway.release.ReleaseChange;
import io.slipway.release.ReleaseClosed;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseRegistered;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What happens to a plan because of what happens to its release, in the same transaction.
 */
@Component
class PlanLifecycle {

    private final ReleaseManagement releases;

    private final CurrentPlans plans;

    PlanLifecycle(ReleaseManagement releases, CurrentPlans plans) {
        this.releases = releases;
        this.plans = plans;
    }

    /** A release begins with an empty plan, a template's, or a copy of another one's. */
    @EventListener
    void on(ReleaseRegistered event) {
        ReleaseChange change = this.releases.revise(event.key());
        PlanDraft plan = first(change.release(), event);
        this.plans.keep(ReleasePlan.first(event.key(), plan));
        if (!plan.outline().equals(change.release().outline())) {
            change.keep(plan.outline());
        }
    }

    private PlanDraft first(ReleaseDetails release, ReleaseRegistered event) {
        if (event.copyOf() != null && !event.copyOf().isBlank()) {
            return this.plans.of(event.copyOf()).plan().copiedTo(release.outline());
        }
        PlanDraft empty = PlanDraft.of(release.outline());
        return event.template() ? PlanTemplates.fill(empty) : empty;
    }

    /** Whoever plans again asks for the approvals again. */
    @EventListener
    void on(PhaseBegun event) {
        if (event.phase() == Phase.PLAN) {
            this.plans.keep(this.plans.of(event.key()).reopened());
        }
    }

    @EventListener
    void on(ReleaseCancelled event) {
        this.plans.ended(event.key());
    }

    @EventListener
    void on(ReleaseClosed event) {
        this.plans.ended(event.key());
    }

}
