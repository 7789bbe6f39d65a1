package io.slipway.planning;

import io.slipway.planning.plan.Plan;
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
        Plan plan = first(change.release(), event);
        if (!plan.outline().equals(change.release().outline())) {
            change.keep(plan.outline());
        }
        this.plans.keep(null, ReleasePlan.first(event.key(), plan));
    }

    private Plan first(ReleaseDetails release, ReleaseRegistered event) {
        if (event.copyOf() != null && !event.copyOf().isBlank()) {
            return this.plans.of(event.copyOf()).plan().copiedTo(release.outline());
        }
        Plan empty = Plan.of(release.outline());
        return event.template() ? PlanTemplates.fill(empty) : empty;
    }

    /** Whoever plans again asks for the approvals again. */
    @EventListener
    void on(PhaseBegun event) {
        if (event.phase() == Phase.PLAN) {
            ReleasePlan plan = this.plans.of(event.key());
            this.plans.keep(plan.plan(), plan.reopened());
        }
    }

    @EventListener
    void on(ReleaseCancelled event) {
        this.plans.standing(event.key());
    }

    @EventListener
    void on(ReleaseClosed event) {
        this.plans.standing(event.key());
    }

}
