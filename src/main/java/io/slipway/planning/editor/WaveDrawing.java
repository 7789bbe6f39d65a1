package io.slipway.planning.editor;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.Wave;
import org.jspecify.annotations.Nullable;

/**
 * The waves of a plan on a time axis that begins with the deployment. Places and widths
 * are thousandths of its length.
 *
 * @param length from the first step to the end of the last bake
 * @param window between the planned times; null while they are not known
 * @param windowAt where the planned end is
 * @param noReturn names of steps after which there is no way back
 * @param noWayBack names of steps of which nobody said how they are taken back
 */
public record WaveDrawing(List<WaveLine> waves, int steps, Duration length, @Nullable Duration window,
        @Nullable Integer windowAt, List<String> noReturn, List<String> noWayBack) {

    /** Whether it lasts longer than what is planned for it. */
    public boolean tooLong() {
        return this.window != null && this.length.compareTo(this.window) > 0;
    }

    /** Its length in hours and minutes. */
    public String lengthText() {
        return text(this.length);
    }

    /** The length planned for it, in hours and minutes. */
    public String windowText() {
        return (this.window != null) ? text(this.window) : "";
    }

    static String text(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d", time.toHours(), time.toMinutesPart());
    }

    /**
     * A wave.
     *
     * @param number counts from 1
     * @param from since the start, hours and minutes
     * @param bake its bake; null if it has none
     * @param open whether its steps are shown at once
     */
    public record WaveLine(int number, Wave wave, String from, String to, Bar bar, @Nullable Bar bake, boolean open,
            List<StepLine> rows) {
    }

    /**
     * A step.
     *
     * @param slack how much later it may start; null if any delay delays the end
     */
    public record StepLine(PlannedStep step, String from, String to, Bar bar, @Nullable String slack) {
    }

    /** A place on the axis. */
    public record Bar(int x, int width) {
    }

}
