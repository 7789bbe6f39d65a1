package io.slipway.planning.editor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.slipway.planning.plan.Plan;
import io.slipway.planning.wave.Network;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.Schedule;
import io.slipway.planning.wave.StepKind;
import io.slipway.planning.wave.Wave;

import org.springframework.stereotype.Component;

/**
 * Draws the waves of plans.
 */
@Component("waveDrawings")
public class WaveDrawings {

    private static final int AXIS = 1000;

    private static final int MOST_OPEN = 40;

    /** The drawing of a plan; without waves, an empty one. */
    public WaveDrawing of(Plan plan) {
        List<Wave> waves = plan.deployment().waves();
        Instant start = (plan.times().plannedStart() != null) ? plan.times().plannedStart() : Instant.EPOCH;
        Schedule schedule = Network.of(waves).planned(start);
        Duration window = (plan.times().plannedStart() != null && plan.times().plannedEnd() != null)
                ? Duration.between(start, plan.times().plannedEnd()) : null;
        Duration whole = (window != null && window.compareTo(schedule.length()) > 0) ? window : schedule.length();
        Axis axis = new Axis(start, Math.max(1, whole.toMinutes()));
        List<PlannedStep> steps = waves.stream().flatMap((wave) -> wave.steps().stream()).toList();
        List<WaveDrawing.WaveLine> lines = new ArrayList<>();
        for (int i = 0; i < waves.size(); i++) {
            lines.add(line(i, waves.get(i), schedule, axis, steps.size() <= MOST_OPEN));
        }
        return new WaveDrawing(lines, steps.size(), schedule.length(), window,
                (window != null) ? (int) Math.min(AXIS, window.toMinutes() * AXIS / axis.minutes) : null,
                steps.stream().filter(PlannedStep::pointOfNoReturn).map(PlannedStep::name).toList(),
                steps.stream().filter(WaveDrawings::lacksWayBack).map(PlannedStep::name).toList());
    }

    /** Only what changes something has to be taken back. */
    private static boolean lacksWayBack(PlannedStep step) {
        return step.wayBack() == null && (step.kind() == StepKind.MANUAL || step.kind() == StepKind.PIPELINE);
    }

    private static WaveDrawing.WaveLine line(int number, Wave wave, Schedule schedule, Axis axis, boolean open) {
        Schedule.WaveTime time = schedule.waves().get(number);
        List<WaveDrawing.StepLine> rows = wave.steps().stream().map((step) -> {
            Schedule.StepTime at = schedule.steps().get(step.key());
            return new WaveDrawing.StepLine(step, axis.text(at.start()), axis.text(at.end()),
                    axis.bar(at.start(), at.end()), at.critical() ? null : WaveDrawing.text(at.slack()));
        }).toList();
        return new WaveDrawing.WaveLine(number + 1, wave, axis.text(time.start()), axis.text(time.over()),
                axis.bar(time.start(), time.end()),
                time.over().isAfter(time.end()) ? axis.bar(time.end(), time.over()) : null, open, rows);
    }

    /**
     * The axis.
     *
     * @param minutes how long it is
     */
    private record Axis(Instant start, long minutes) {

        String text(Instant at) {
            return WaveDrawing.text(Duration.between(this.start, at));
        }

        WaveDrawing.Bar bar(Instant from, Instant to) {
            int x = at(from);
            return new WaveDrawing.Bar(x, Math.max(6, at(to) - x));
        }

        private int at(Instant time) {
            return (int) (Duration.between(this.start, time).toMinutes() * AXIS / this.minutes);
        }

    }

}
