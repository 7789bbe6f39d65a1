package io.slipway.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.input.InputCheck;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.wave.ParallelRun;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.ReconciliationPoint;
import io.slipway.planning.wave.Wave;
import io.slipway.planning.wave.WaveGaps;
import io.slipway.planning.wave.WaveShape;

import org.springframework.stereotype.Component;

/**
 * What the waves of a plan must hold: their own shape, people who can do their steps, and
 * fixed times that a person and the planned times allow.
 */
@Component
class WaveRules {

    private static final int MOST_POINTS = 50;

    private static final int LONGEST_POINT = 120;

    private static final int MOST_CYCLES = 100;

    private static final int MOST_HOURS = 90 * 24;

    private final PersonDirectory people;

    WaveRules(PersonDirectory people) {
        this.people = people;
    }

    /** What must hold whenever a plan is saved. */
    void checkSaved(Plan plan, InputCheck check) {
        List<Wave> waves = plan.deployment().waves();
        new WaveShape(waves, check).check();
        if (check.sound("waves")) {
            Map<String, List<Busy>> busy = new HashMap<>();
            for (int i = 0; i < waves.size(); i++) {
                for (int j = 0; j < waves.get(i).steps().size(); j++) {
                    PlannedStep step = waves.get(i).steps().get(j);
                    String field = WaveShape.field(i, j);
                    checkPerson(step, field, check);
                    checkTime(step, plan.times(), field, check);
                    checkBusy(step, busy, field, check);
                }
            }
        }
        if (plan.deployment().parallel() != null) {
            checkParallel(plan.deployment().parallel(), check);
        }
    }

    /** What must hold besides when a plan is submitted. */
    void checkSubmitted(Plan plan, InputCheck check) {
        new WaveGaps(plan.deployment().waves(), check).check(plan.scope().model(), plan.deployment().parallel());
    }

    private void checkPerson(PlannedStep step, String field, InputCheck check) {
        if (step.person().isEmpty()) {
            return;
        }
        PersonSummary person = this.people.find(step.person()).orElse(null);
        if (person == null) {
            check.refuse(field, "planning.waves.person.unknown", step.name(), step.person());
            return;
        }
        check.refuseIf(!person.enabled(), field, "planning.waves.person.disabled", step.name(), person.fullName());
        check.refuseIf(!person.roles().contains(step.role()), field, "planning.waves.person.role", step.name(),
                person.fullName(), step.role().id());
    }

    private static void checkTime(PlannedStep step, Plan.Times times, String field, InputCheck check) {
        Instant start = times.plannedStart();
        Instant end = times.plannedEnd();
        Instant fixed = step.notBefore();
        boolean outside = fixed != null
                && ((start != null && fixed.isBefore(start)) || (end != null && fixed.isAfter(end)));
        check.refuseIf(outside, field, "planning.waves.time.outside", step.name());
    }

    private static void checkBusy(PlannedStep step, Map<String, List<Busy>> busy, String field, InputCheck check) {
        if (step.person().isEmpty() || step.notBefore() == null) {
            return;
        }
        Busy own = new Busy(step.name(), step.notBefore(), step.notBefore().plus(Duration.ofMinutes(step.minutes())));
        List<Busy> others = busy.computeIfAbsent(step.person(), (person) -> new ArrayList<>());
        others.stream()
            .filter(own::overlaps)
            .findFirst()
            .ifPresent((other) -> check.refuse(field, "planning.waves.time.overlaps", step.name(), other.step,
                    step.person()));
        others.add(own);
    }

    private void checkParallel(ParallelRun parallel, InputCheck check) {
        String field = "parallel";
        check.refuseIf(parallel.points().size() > MOST_POINTS, field, "planning.waves.parallel.too-many", MOST_POINTS);
        boolean hours = parallel.cleanCycles() < 0 || parallel.cleanCycles() > MOST_CYCLES || parallel.cycleHours() < 0
                || parallel.cycleHours() > MOST_HOURS || parallel.cutBackHours() < 0
                || parallel.cutBackHours() > MOST_HOURS;
        check.refuseIf(hours, field, "planning.waves.parallel.limits", MOST_CYCLES, MOST_HOURS);
        for (ReconciliationPoint point : parallel.points()) {
            check.refuseIf(
                    point.name().isBlank() || point.name().length() > LONGEST_POINT
                            || point.grain().length() > LONGEST_POINT,
                    field, "planning.waves.parallel.name", LONGEST_POINT);
            check.refuseIf(!Double.isFinite(point.tolerance()) || point.tolerance() < 0, field,
                    "planning.waves.parallel.tolerance", point.name());
            check.refuseIf(
                    !point.owner().isBlank()
                            && this.people.find(point.owner()).filter(PersonSummary::enabled).isEmpty(),
                    field, "planning.waves.parallel.owner", point.name(), point.owner());
        }
    }

    /** When somebody does a step. */
    private record Busy(String step, Instant from, Instant to) {

        private boolean overlaps(Busy other) {
            return this.from.isBefore(other.to) && other.from.isBefore(this.to);
        }

    }

}
