package io.slipway.deployment.run.tool;

import java.time.Duration;
import java.util.Objects;

import io.slipway.deployment.check.CheckScope;
import io.slipway.deployment.check.Checks;
import io.slipway.deployment.run.RunHead;
import io.slipway.deployment.run.RunStep;
import io.slipway.deployment.run.StepDoer;
import io.slipway.planning.wave.CheckLimits;
import io.slipway.planning.wave.CheckRule;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.StepKind;

import org.springframework.stereotype.Component;

/**
 * Has steps done by measuring: a check that cannot tell is no pass.
 */
@Component
class CheckDoer implements StepDoer {

    private final Checks checks;

    CheckDoer(Checks checks) {
        this.checks = checks;
    }

    @Override
    public boolean does(PlannedStep planned) {
        return planned.kind() == StepKind.CHECK && planned.work().check() != null;
    }

    @Override
    public void start(RunHead run, RunStep step, PlannedStep planned, String subject) {
        this.checks.watch(subject, rule(planned), new CheckScope(run.releaseKey(), run.environment(), ""));
    }

    @Override
    public void abort(String subject) {
        this.checks.stop(subject);
    }

    /** As long as it is planned, but never shorter than its measurements take. */
    @Override
    public Duration patience(PlannedStep planned) {
        CheckLimits limits = rule(planned).limits();
        long measuring = limits.delay() + (long) limits.interval() * (limits.count() + 1);
        return Duration.ofSeconds(Math.max(60L * planned.minutes(), measuring + 60));
    }

    private static CheckRule rule(PlannedStep planned) {
        return Objects.requireNonNull(planned.work().check());
    }

}
