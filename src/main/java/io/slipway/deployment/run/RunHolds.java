package io.slipway.deployment.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.slipway.planning.CurrentPlans;
import io.slipway.planning.plan.PlanPolicy;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.schedule.DeploymentSlot;
import io.slipway.schedule.ScheduleManagement;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What holds a run as a whole: somebody halted it, or the line is stopped; and what holds
 * a wave that is watched: a freeze as well.
 */
@Component
class RunHolds {

    static final String HALT = "halt";

    static final String LINE = "line";

    static final String FREEZE = "freeze";

    private final ScheduleManagement schedule;

    private final ReleaseManagement releases;

    private final CurrentPlans plans;

    private final Clock clock;

    RunHolds(ScheduleManagement schedule, ReleaseManagement releases, CurrentPlans plans, Clock clock) {
        this.schedule = schedule;
        this.releases = releases;
        this.plans = plans;
        this.clock = clock;
    }

    /** What keeps the steps of a run from starting now; null if nothing does. */
    @Nullable String of(RunHead run) {
        if (run.halted()) {
            return HALT;
        }
        return this.schedule.stopped().isPresent() ? LINE : null;
    }

    /** What holds the bake of a wave now; null if nothing does. */
    @Nullable String ofBake(RunHead run) {
        String held = of(run);
        return (held == null && run.live() && frozen(run)) ? FREEZE : held;
    }

    private boolean frozen(RunHead run) {
        PlanPolicy policy = this.plans.of(run.releaseKey()).policy();
        if (policy != null && !policy.freezeBinding()) {
            return false;
        }
        Instant now = this.clock.instant();
        Instant soon = now.plus(Duration.ofMinutes(1));
        ReleaseDetails release = this.releases.get(run.releaseKey());
        return this.schedule.timeline(now, soon)
            .rulings(
                    new DeploymentSlot(release.key(), release.type(), release.services(), run.environment(), now, soon),
                    false, true)
            .stream()
            .anyMatch((ruling) -> ruling.effect().blocking());
    }

}
