package io.slipway.monitor.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.slipway.monitor.timeline.Chart.Bar;
import io.slipway.monitor.timeline.Chart.Note;
import io.slipway.monitor.timeline.Chart.Row;
import io.slipway.ui.axis.TimeAxis;
import org.jspecify.annotations.Nullable;

/**
 * Stacks the rows of a chart. Bars of one row that would come too close to be clicked lie
 * in lanes below each other, and a note stands beside its bar only where it covers no
 * other.
 */
final class ChartRows {

    /** The least width and height of what is clicked (WCAG 2.2, 2.5.8). */
    static final double TARGET = 24;

    /** From the upper edge of one lane to that of the next. */
    static final double LANE = 26;

    private static final int MOST_LANES = 12;

    private static final double PADDING = 5;

    private static final double LETTER = 6.1;

    private static final double NOTE_GAP = 7;

    private final double left;

    private final double width;

    private final List<Row> rows = new ArrayList<>();

    private double y;

    ChartRows(double top, double left, double width) {
        this.y = top;
        this.left = left;
        this.width = width;
    }

    List<Row> rows() {
        return List.copyOf(this.rows);
    }

    double bottom() {
        return this.y;
    }

    /** Adds a row; the notes of its bars are still without a place. */
    void add(String kind, String name, List<Bar> bars) {
        List<List<Bar>> lanes = lanes(bars);
        List<Bar> placed = new ArrayList<>();
        for (int lane = 0; lane < lanes.size(); lane++) {
            placed.addAll(noted(lanes.get(lane), this.y + PADDING + lane * LANE));
        }
        placed.sort(Comparator.comparingDouble(Bar::x).thenComparingDouble(Bar::y));
        double height = Math.max(1, lanes.size()) * LANE + 2 * PADDING;
        int room = (int) ((this.left - (("step".equals(kind) || "system".equals(kind)) ? 26 : 14)) / LETTER);
        this.rows.add(new Row(kind, shortened(name, room), name, this.y, height, placed));
        this.y += height;
    }

    private static List<List<Bar>> lanes(List<Bar> bars) {
        List<List<Bar>> lanes = new ArrayList<>();
        for (Bar bar : bars.stream().sorted(Comparator.comparingDouble(Bar::x)).toList()) {
            lanes.stream()
                .filter((lane) -> right(lane) + 2 <= bar.targetX())
                .findFirst()
                .or(() -> (lanes.size() < MOST_LANES) ? Optional.of(added(lanes))
                        : lanes.stream().min(Comparator.comparingDouble(ChartRows::right)))
                .ifPresent((lane) -> lane.add(bar));
        }
        return lanes;
    }

    private static List<Bar> added(List<List<Bar>> lanes) {
        List<Bar> lane = new ArrayList<>();
        lanes.add(lane);
        return lane;
    }

    private static double right(List<Bar> lane) {
        Bar last = lane.get(lane.size() - 1);
        return last.targetX() + last.targetWidth();
    }

    /**
     * Gives the bars of one lane their height, and their notes a place if there is one.
     */
    private List<Bar> noted(List<Bar> lane, double top) {
        List<Bar> placed = new ArrayList<>();
        double free = this.left;
        for (int i = 0; i < lane.size(); i++) {
            Bar bar = lane.get(i);
            double next = (i + 1 < lane.size()) ? lane.get(i + 1).targetX() : this.width;
            @Nullable Note note = place(bar, free, next);
            double end = bar.x() + bar.width();
            free = (note != null && !note.before()) ? note.x() + length(note.text()) : end;
            placed.add(bar.at(top + (LANE - bar.height()) / 2).noted(note));
        }
        return placed;
    }

    private static @Nullable Note place(Bar bar, double free, double next) {
        if (bar.note() == null) {
            return null;
        }
        String text = bar.note().text();
        double end = bar.x() + bar.width() + (bar.running() ? 6 : 0);
        if (end + NOTE_GAP + length(text) <= next) {
            return new Note(TimeAxis.rounded(end + NOTE_GAP), false, text);
        }
        return (bar.x() - NOTE_GAP - length(text) >= free) ? new Note(TimeAxis.rounded(bar.x() - NOTE_GAP), true, text)
                : null;
    }

    /** How wide a text is at most, in the type of the chart. */
    static double length(String text) {
        return text.length() * LETTER;
    }

    static String shortened(String text, int room) {
        return (text.length() <= room) ? text : text.substring(0, Math.max(1, room - 1)).strip() + "…";
    }

}
