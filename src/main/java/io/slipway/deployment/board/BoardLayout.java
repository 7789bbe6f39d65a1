package io.slipway.deployment.board;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.slipway.deployment.board.BoardChart.Bar;
import io.slipway.deployment.board.BoardChart.Mark;
import io.slipway.deployment.board.BoardChart.Row;
import io.slipway.deployment.board.BoardStep.Span;
import io.slipway.deployment.run.RunHead;
import io.slipway.deployment.run.StepState;
import io.slipway.ui.axis.TimeAxis;
import org.jspecify.annotations.Nullable;

/**
 * Lays a run out on an axis of time: a row for each wave, and one for each step of the
 * waves that are open. Each has a thin bar for when it was planned, and below it one for
 * when it was done, or is thought to be.
 */
public final class BoardLayout {

    private static final double LEFT = 300;

    /** Beyond the axis there is room for how late something is. */
    private static final double AXIS = 800;

    private static final double ROW = 26;

    private static final double THIN = 5;

    private static final double BAR = 11;

    /** What is shorter is drawn this wide. */
    private static final double SEEN = 4;

    private static final int STEPS = 60;

    private static final int LETTERS = 44;

    /**
     * A window that ends much later than the run is not drawn: the run would be a dot.
     */
    private static final int STRETCH = 2;

    private static final double WORD = 150;

    private final RunBoard board;

    private final TimeAxis axis;

    private final List<Row> rows = new ArrayList<>();

    private BoardLayout(RunBoard board, TimeAxis axis) {
        this.board = board;
        this.axis = axis;
    }

    /**
     * Draws a run.
     * @param open keys of the waves whose steps are drawn
     * @param now the moment that is marked, UTC
     * @param deadline until when it can be rolled back; null if that is not known
     * @param zone the zone of whoever looks at it
     */
    public static BoardChart of(RunBoard board, List<String> open, Instant now, @Nullable Instant deadline,
            ZoneId zone) {
        List<Instant> all = instants(board);
        Instant from = all.stream().min(Instant::compareTo).orElse(now);
        Instant to = all.stream().max(Instant::compareTo).orElse(now);
        Instant window = board.outlook().windowEnd();
        Instant farthest = from.plus(Duration.between(from, to).multipliedBy(STRETCH));
        if (window != null && window.isAfter(to) && window.isBefore(farthest)) {
            to = window;
        }
        return new BoardLayout(board, new TimeAxis(from, to, zone, LEFT, AXIS)).chart(open, now, deadline);
    }

    private static List<Instant> instants(RunBoard board) {
        return Stream.concat(Stream.of(board.head().begunAt(), board.outlook().forecastEnd()),
                board.waves()
                    .stream()
                    .flatMap((wave) -> Stream.of(wave.baseline(), wave.forecast()))
                    .filter(Objects::nonNull)
                    .flatMap((span) -> Stream.of(span.from(), span.to())))
            .toList();
    }

    private BoardChart chart(List<String> open, Instant now, @Nullable Instant deadline) {
        int room = STEPS;
        int more = 0;
        for (BoardWave wave : this.board.waves()) {
            add(wave);
            if (open.contains(wave.wave().wave())) {
                for (BoardStep step : wave.steps()) {
                    if (room-- > 0) {
                        add(step);
                    }
                    else {
                        more++;
                    }
                }
            }
        }
        RunHead head = this.board.head();
        List<Mark> marks = new ArrayList<>();
        mark("window", this.board.outlook().windowEnd(), marks);
        if (head.running()) {
            mark("deadline", deadline, marks);
            mark("now", now, marks);
        }
        return new BoardChart(BoardChart.TOP + this.rows.size() * ROW + 10, this.axis.right(), this.axis.ticks(), marks,
                this.rows, more);
    }

    private void mark(String kind, @Nullable Instant at, List<Mark> marks) {
        if (at != null && !at.isBefore(this.axis.from()) && !at.isAfter(this.axis.to())) {
            double x = this.axis.x(at);
            marks.add(new Mark(kind, x, x + WORD > BoardChart.WIDTH));
        }
    }

    private void add(BoardWave wave) {
        double y = top();
        List<Bar> bars = new ArrayList<>();
        baseline(wave.baseline(), y, bars);
        String kind = switch (wave.wave().state()) {
            case PLANNED -> "forecast";
            case RUNNING -> "running";
            case BAKING -> "bake";
            case DONE -> "done";
            case FAILED, ROLLBACK -> "failed";
        };
        bars.add(bar(kind, wave.forecast(), y));
        this.rows.add(new Row(label(wave.planned().name()), y, y + ROW / 2, bars, wave, null));
    }

    private void add(BoardStep step) {
        double y = top();
        List<Bar> bars = new ArrayList<>();
        baseline(step.baseline(), y, bars);
        StepState state = step.step().state();
        String kind = switch (state) {
            case WAITING -> "forecast";
            case READY, RUNNING -> "running";
            case DONE, IGNORED, EXCLUDED -> "done";
            case FAILED -> "failed";
            case SKIPPED -> "skipped";
        };
        bars.add(bar(kind, step.forecast(), y));
        this.rows.add(new Row(label(step.planned().name()), y, y + ROW / 2, bars, null, step));
    }

    private double top() {
        return BoardChart.TOP + this.rows.size() * ROW;
    }

    private void baseline(@Nullable Span span, double y, List<Bar> bars) {
        if (span != null) {
            bars.add(new Bar("baseline", this.axis.x(span.from()), y + 3, width(span), THIN));
        }
    }

    private Bar bar(String kind, Span span, double y) {
        return new Bar(kind, this.axis.x(span.from()), y + 3 + THIN + 2, width(span), BAR);
    }

    private double width(Span span) {
        return TimeAxis.rounded(Math.max(SEEN, this.axis.x(span.to()) - this.axis.x(span.from())));
    }

    private static String label(String name) {
        return (name.length() > LETTERS) ? name.substring(0, LETTERS - 1).strip() + "…" : name;
    }

}
