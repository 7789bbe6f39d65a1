package io.slipway.deployment.board;

import java.util.List;

import io.slipway.ui.axis.Tick;
import org.jspecify.annotations.Nullable;

/**
 * A run drawn on an axis of time: everything has its place, in the units of the drawing.
 *
 * @param right where the axis ends
 * @param more how many steps it has no room for
 */
public record BoardChart(double height, double right, List<Tick> ticks, List<Mark> marks, List<Row> rows, int more) {

    /** How wide it is. */
    static final double WIDTH = 1240;

    /** Where the rows begin, below the labels of the axis. */
    static final double TOP = 46;

    /** For templates: how wide it is. */
    public double width() {
        return WIDTH;
    }

    /** For templates: where the rows begin. */
    public double top() {
        return TOP;
    }

    /**
     * A moment that counts.
     *
     * @param kind {@code now}, {@code window} or {@code deadline}
     * @param before whether its word stands before it, since there is no room behind
     */
    public record Mark(String kind, double x, boolean before) {
    }

    /**
     * A row.
     *
     * @param label its name, shortened to the room there is
     * @param middle where its label stands
     * @param wave the wave that it is; null for a step
     * @param step the step that it is; null for a wave
     */
    public record Row(String label, double y, double middle, List<Bar> bars, @Nullable BoardWave wave,
            @Nullable BoardStep step) {
    }

    /**
     * A bar.
     *
     * @param kind {@code baseline}, {@code forecast}, {@code running}, {@code done},
     * {@code failed} or {@code bake}
     */
    public record Bar(String kind, double x, double y, double width, double height) {
    }

}
