package io.slipway.planning.editor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanStep;
import io.slipway.planning.plan.PlanTemplates;
import io.slipway.planning.wave.Bake;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.StepLink;
import io.slipway.planning.wave.Wave;

/**
 * Which page of a deployment's plan is written, {@code deployment} for all waves,
 * {@code deployment-2} for the second one, {@code deployment-parallel} for how old and
 * new run side by side; and what its buttons do.
 */
public final class DeploymentPart {

    /** What buttons of these pages send. */
    public static final String BUTTONS = "waves-add|waves-propose|(waves|step)-(up|down|remove)-[0-9]{1,4}";

    /** All waves. */
    public static final String ALL = PlanStep.DEPLOYMENT.id();

    /** How old and new run side by side. */
    public static final String PARALLEL = ALL + "-parallel";

    private static final Pattern ONE = Pattern.compile(ALL + "-([1-9][0-9]?)");

    private static final Pattern BUTTON = Pattern.compile("(waves|step)-(up|down|remove)-([0-9]{1,4})");

    private DeploymentPart() {
    }

    /** Whether a page is one of these. */
    public static boolean is(String part) {
        return part.equals(ALL) || part.equals(PARALLEL) || ONE.matcher(part).matches();
    }

    /** The place of the wave that a page is of; -1 if it is of none. */
    public static int wave(String part) {
        Matcher matcher = ONE.matcher(part);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) - 1 : -1;
    }

    /** Whether a page has what it is of: waves may be gone, or too long for rows. */
    public static boolean exists(String part, Plan plan) {
        int at = wave(part);
        List<Wave> waves = plan.deployment().waves();
        return at < 0 || (at < waves.size() && waves.get(at).steps().size() <= WaveRow.MOST_ROWS);
    }

    /** A plan after one of its waves was written anew. */
    public static Plan.Deployment with(Plan.Deployment kept, int at, Wave wave) {
        List<Wave> waves = new ArrayList<>(kept.waves());
        waves.set(at, wave);
        return new Plan.Deployment(waves, kept.parallel());
    }

    /** What a button makes of a plan. */
    public static Plan press(String button, String part, Plan plan) {
        Plan.Deployment kept = plan.deployment();
        if ("waves-propose".equals(button)) {
            return kept.waves().isEmpty() ? plan.withDeployment(PlanTemplates.waves(plan.scope().model())) : plan;
        }
        if ("waves-add".equals(button)) {
            List<Wave> more = new ArrayList<>(kept.waves());
            more.add(another(kept.waves()));
            return plan.withDeployment(new Plan.Deployment(more, kept.parallel()));
        }
        Matcher matcher = BUTTON.matcher(button);
        if (!matcher.matches()) {
            return plan;
        }
        int row = Integer.parseInt(matcher.group(3)) - 1;
        int at = wave(part);
        if (matcher.group(1).equals("waves")) {
            return plan
                .withDeployment(new Plan.Deployment(moved(kept.waves(), matcher.group(2), row), kept.parallel()));
        }
        if (at < 0 || at >= kept.waves().size()) {
            return plan;
        }
        Wave wave = kept.waves().get(at);
        List<PlannedStep> steps = moved(wave.steps(), matcher.group(2), row);
        if (steps.size() < wave.steps().size()) {
            PlannedStep gone = wave.steps().get(row);
            steps = steps.stream().map((step) -> without(step, gone)).toList();
        }
        return plan.withDeployment(with(kept, at, wave.withSteps(steps)));
    }

    private static Wave another(List<Wave> waves) {
        int number = IntStream.iterate(waves.size() + 1, (next) -> next + 1)
            .filter((next) -> waves.stream().noneMatch((wave) -> wave.key().equals("wave-" + next)))
            .findFirst()
            .orElseThrow();
        return new Wave("wave-" + number, "Wave " + number, List.of(), null, List.of(), Bake.NONE);
    }

    private static <T> List<T> moved(List<T> rows, String way, int row) {
        List<T> moved = new ArrayList<>(rows);
        if (row < 0 || row >= rows.size()) {
            return moved;
        }
        if ("remove".equals(way)) {
            moved.remove(row);
            return moved;
        }
        int other = row + ("up".equals(way) ? -1 : 1);
        if (other >= 0 && other < rows.size()) {
            Collections.swap(moved, row, other);
        }
        return moved;
    }

    /** Who waited for a step that is gone waits for what that one waited for. */
    private static PlannedStep without(PlannedStep step, PlannedStep gone) {
        boolean waits = step.after().stream().map(StepLink::step).anyMatch(gone.key()::equals);
        if (!waits) {
            return step;
        }
        List<StepLink> links = step.after()
            .stream()
            .filter((link) -> !link.step().equals(gone.key()))
            .collect(Collectors.toCollection(ArrayList::new));
        links.addAll(gone.after());
        return step.after(links);
    }

}
