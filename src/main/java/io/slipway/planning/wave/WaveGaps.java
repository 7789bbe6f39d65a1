package io.slipway.planning.wave;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.slipway.input.InputCheck;
import io.slipway.policy.DeploymentModel;
import org.jspecify.annotations.Nullable;

/**
 * What waves must hold when their plan is submitted: work for each step, somebody whom
 * each wave reaches, what the deployment model asks for, and a way back where there is
 * none after all. A plan without waves lacks nothing.
 */
public final class WaveGaps {

    private final List<Wave> waves;

    private final InputCheck check;

    /**
     * Judges the waves of a plan.
     * @param check notes what is missing
     */
    public WaveGaps(List<Wave> waves, InputCheck check) {
        this.waves = waves;
        this.check = check;
    }

    /**
     * Notes what is missing.
     * @param parallel how old and new run side by side; null if they do not
     */
    public void check(DeploymentModel model, @Nullable ParallelRun parallel) {
        this.check.refuseIf(parallel != null && model != DeploymentModel.PARALLEL, "parallel",
                "planning.waves.parallel.model");
        if (this.waves.isEmpty()) {
            return;
        }
        this.check.refuseIf(model == DeploymentModel.BIG_BANG && this.waves.size() > 1, "waves",
                "planning.waves.big-bang");
        this.check.refuseIf(model == DeploymentModel.PHASED && this.waves.size() < 2, "waves",
                "planning.waves.phased.missing");
        if (model == DeploymentModel.PARALLEL) {
            checkParallel(parallel);
        }
        boolean past = false;
        for (int i = 0; i < this.waves.size(); i++) {
            Wave wave = this.waves.get(i);
            String field = WaveShape.field(i, -1);
            this.check.refuseIf(wave.steps().isEmpty(), field, "planning.waves.steps.missing", wave.name());
            this.check.refuseIf(this.waves.size() > 1 && wave.targets().isEmpty() && wave.percent() == null, field,
                    "planning.waves.nobody.missing", wave.name());
            wave.bake().checks().forEach((rule) -> checkRule(rule, wave.name(), field));
            if (wave.bake().traffic() != null) {
                checkRule(wave.bake().traffic(), wave.name(), field);
            }
            past = checkSteps(wave, i, past);
        }
    }

    private boolean checkSteps(Wave wave, int at, boolean past) {
        Set<String> after = new HashSet<>();
        StepLinks links = new StepLinks(wave);
        for (PlannedStep step : links.ordered()) {
            if (step.pointOfNoReturn() || links.of(step).stream().anyMatch((link) -> after.contains(link.step()))) {
                after.add(step.key());
            }
        }
        boolean none = false;
        for (int j = 0; j < wave.steps().size(); j++) {
            PlannedStep step = wave.steps().get(j);
            String field = WaveShape.field(at, j);
            checkWork(step, field);
            boolean changes = step.kind() == StepKind.MANUAL || step.kind() == StepKind.PIPELINE;
            boolean late = past || (after.contains(step.key()) && !step.pointOfNoReturn());
            this.check.refuseIf(late && changes && !step.optional() && step.wayBack() == null, field,
                    "planning.waves.way-back.missing", step.name());
            none |= step.pointOfNoReturn();
        }
        return past || none;
    }

    private void checkWork(PlannedStep step, String field) {
        StepWork work = step.work();
        switch (step.kind()) {
            case PIPELINE -> this.check.refuseIf(work.pipeline() == null || work.pipeline().pipeline().isBlank(), field,
                    "planning.waves.pipeline.missing", step.name());
            case CHECK -> {
                this.check.refuseIf(work.check() == null, field, "planning.waves.check.missing", step.name());
                if (work.check() != null) {
                    checkRule(work.check(), step.name(), field);
                }
            }
            case TIMER -> this.check.refuseIf(step.minutes() == 0, field, "planning.waves.timer.missing", step.name());
            case COMMUNICATION ->
                this.check.refuseIf(work.text().isBlank(), field, "planning.waves.message.missing", step.name());
            default -> {
            }
        }
    }

    /** What has no condition says nothing, whatever is measured. */
    private void checkRule(CheckRule rule, String of, String field) {
        boolean asks = rule.kind() == CheckKind.HTTP || rule.kind() == CheckKind.PROMETHEUS;
        this.check.refuseIf(asks && rule.query().isBlank(), field, "planning.waves.query.missing", of, rule.name());
        this.check.refuseIf(rule.kind() == CheckKind.PROMETHEUS && rule.success().isEmpty() && rule.failure().isEmpty(),
                field, "planning.waves.condition.missing", of, rule.name());
    }

    private void checkParallel(@Nullable ParallelRun parallel) {
        this.check.refuseIf(parallel == null || parallel.points().isEmpty(), "parallel",
                "planning.waves.parallel.missing");
        if (parallel != null) {
            this.check.refuseIf(parallel.points().stream().anyMatch((point) -> point.owner().isBlank()), "parallel",
                    "planning.waves.parallel.owner.missing");
            this.check.refuseIf(parallel.cleanCycles() < 1 || parallel.cycleHours() < 1, "parallel",
                    "planning.waves.parallel.cycles.missing");
            this.check.refuseIf(parallel.cutBackHours() < 1, "parallel", "planning.waves.parallel.cut-back.missing");
        }
    }

}
