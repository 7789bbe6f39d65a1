package io.slipway.monitor.timeline;

import java.util.List;

import io.slipway.ui.axis.Tick;
import io.slipway.ui.axis.TimeAxis;
import org.jspecify.annotations.Nullable;

/**
 * A drawn timeline: everything has its place, in the units of the drawing.
 *
 * @param top where the rows begin, below the labels of the axis
 * @param left where the axis begins
 * @param right where it ends
 * @param rows the rows, from top to bottom
 * @param end where the release ended or where now is
 * @param endKind {@code now}, {@code closed}, {@code cancelled} or {@code rolled-back}
 */
record Chart(double width, double height, double top, double left, double right, List<Tick> ticks,
        List<TimeAxis.Band> weekends, List<Row> rows, double end, String endKind) {

    /** Tells whether it fits an upright sheet of paper better than a wide one. */
    public boolean tall() {
        return this.height > 0.8 * this.width;
    }

    /**
     * A row of the chart.
     *
     * @param kind {@code release}, {@code phase}, {@code window}, {@code step} or
     * {@code system}
     * @param label its name, shortened to the room there is
     * @param y where it begins
     */
    record Row(String kind, String label, String name, double y, double height, List<Bar> bars) {

        /** Where the label stands. */
        public double middle() {
            return TimeAxis.rounded(this.y + this.height / 2);
        }

    }

    /**
     * A bar.
     *
     * @param kind {@code release}, {@code phase}, {@code planned}, {@code actual} or the
     * fate of a step in lower case
     * @param x where it begins
     * @param y its upper edge
     * @param width at least as wide as can be seen
     * @param title what it is and how long it took
     * @param description when, by whom and why; empty if there is no more to say
     * @param href where a click leads
     * @param parts what its time was spent on, from left to right
     */
    record Bar(String kind, double x, double y, double width, double height, boolean running, String title,
            String description, @Nullable String href, List<Part> parts, @Nullable Note note) {

        /** Where the room begins in which the bar is clicked. */
        public double targetX() {
            return TimeAxis.rounded(Math.min(this.x, this.x - (ChartRows.TARGET - this.width) / 2));
        }

        /** How wide that room is. */
        public double targetWidth() {
            return Math.max(this.width, ChartRows.TARGET);
        }

        /** The upper edge of that room. */
        public double targetY() {
            return this.y - (ChartRows.TARGET - this.height) / 2;
        }

        /** How high that room is. */
        public double targetHeight() {
            return ChartRows.TARGET;
        }

        Bar noted(@Nullable Note text) {
            return new Bar(this.kind, this.x, this.y, this.width, this.height, this.running, this.title,
                    this.description, this.href, this.parts, text);
        }

        Bar at(double newY) {
            return new Bar(this.kind, this.x, newY, this.width, this.height, this.running, this.title, this.description,
                    this.href, this.parts, this.note);
        }

    }

    /**
     * A part of a bar.
     *
     * @param kind {@code waiting}, {@code held}, {@code unknown}, {@code busy} or
     * {@code gap}
     * @param x where it begins
     */
    record Part(String kind, double x, double width) {
    }

    /**
     * A text beside a bar.
     *
     * @param x where it is anchored
     * @param before whether it ends there and stands before the bar
     */
    record Note(double x, boolean before, String text) {
    }

}
