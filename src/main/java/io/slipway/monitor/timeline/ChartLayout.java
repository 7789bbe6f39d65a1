package io.slipway.monitor.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.monitor.timeline.Chart.Bar;
import io.slipway.monitor.timeline.Chart.Note;
import io.slipway.monitor.timeline.Chart.Part;
import io.slipway.monitor.timeline.Entry.Fate;
import io.slipway.ui.axis.TimeAxis;
import io.slipway.workflow.history.Holding;
import io.slipway.workflow.history.PhaseRun;
import org.jspecify.annotations.Nullable;

/**
 * Lays a timeline out as a chart: a row for the release, for each phase, for what was
 * planned of it, and for each of its steps, on one axis of time.
 */
final class ChartLayout {

    private static final double WIDTH = 1120;

    private static final double TOP = 46;

    private static final double LEFT = 216;

    /** Beyond the axis there is room for the words about the end, and for notes. */
    private static final double AXIS = 790;

    private static final double BAR = 14;

    private static final double THIN = 8;

    /** What is shorter is drawn this wide. */
    private static final double SEEN = 5;

    /** Bars that say nothing of what their time was spent on. */
    private static final Set<String> BARE = Set.of("release", "planned", "actual");

    private static final Duration LEAST_AHEAD = Duration.ofMinutes(1);

    private final TimelineWords words;

    private final Instant now;

    private final TimeAxis axis;

    private final boolean ended;

    private ChartLayout(TimelineWords words, Instant now, TimeAxis axis, boolean ended) {
        this.ended = ended;
        this.words = words;
        this.now = now;
        this.axis = axis;
    }

    /**
     * Draws a chart.
     * @param to when it ended; null while it is under way
     * @param endKind how it ended, or {@code now}
     * @param zone the zone in which days begin
     */
    static Chart of(Instant from, @Nullable Instant to, String endKind, List<PhaseBlock> phases, ZoneId zone,
            Instant now, TimelineWords words) {
        Instant last = last(phases, from, (to != null) ? to : now, now, to == null);
        TimeAxis axis = new TimeAxis(from, last, zone, LEFT, AXIS);
        return new ChartLayout(words, now, axis, to != null).chart(from, (to != null) ? to : now, endKind, phases);
    }

    /**
     * The right end of the axis. Of an open release, what is planned is shown too, but no
     * further than leaves most of the room to what has happened.
     */
    private static Instant last(List<PhaseBlock> phases, Instant from, Instant end, Instant now, boolean open) {
        Duration ahead = Duration.between(from, now).multipliedBy(2).dividedBy(3);
        Instant horizon = now.plus((ahead.compareTo(LEAST_AHEAD) < 0) ? LEAST_AHEAD : ahead);
        Stream<Instant> steps = phases.stream()
            .flatMap((phase) -> phase.entries().stream())
            .map((entry) -> (entry.to() != null) ? entry.to() : now);
        Stream<Instant> planned = phases.stream()
            .flatMap((phase) -> phase.windows().stream())
            .filter((window) -> open)
            .map((window) -> min(window.plannedTo(), horizon));
        return Stream.of(Stream.of(end), steps, planned)
            .flatMap((instants) -> instants)
            .max(Comparator.naturalOrder())
            .orElse(end);
    }

    private Chart chart(Instant from, Instant end, String endKind, List<PhaseBlock> phases) {
        ChartRows rows = new ChartRows(TOP, LEFT, WIDTH);
        boolean running = "now".equals(endKind);
        rows.add("release", this.words.text("statistics.timeline.release"), List
            .of(bar("release", from, end, BAR, running, this.words.release(from, end), "", null, List.of(), null)));
        for (PhaseBlock phase : phases) {
            List<Bar> runs = phase.runs().stream().map((run) -> phase(phase, run)).toList();
            Map<String, List<Bar>> windows = new LinkedHashMap<>();
            phase.windows().forEach((window) -> windows.put(this.words.window(window), window(window)));
            windows.values().removeIf(List::isEmpty);
            if (runs.isEmpty() && windows.isEmpty() && phase.entries().isEmpty()) {
                continue;
            }
            rows.add("phase", phase.label(), runs);
            windows.forEach((name, bars) -> rows.add("window", name, bars));
            steps(phase).forEach((step, entries) -> rows.add(entries.get(0).system() ? "system" : "step",
                    entries.get(0).name(), entries.stream().map(this::step).toList()));
        }
        return new Chart(WIDTH, rows.bottom() + 8, TOP, LEFT, LEFT + AXIS, this.axis.ticks(), this.axis.weekends(),
                rows.rows(), this.axis.x(end), endKind);
    }

    private static Map<String, List<Entry>> steps(PhaseBlock phase) {
        return phase.entries()
            .stream()
            .collect(Collectors.groupingBy(Entry::step, LinkedHashMap::new, Collectors.toList()));
    }

    private Bar phase(PhaseBlock phase, PhaseRun run) {
        List<Part> parts = new ArrayList<>();
        Instant end = (run.endedAt() != null) ? run.endedAt() : this.now;
        Instant at = run.startedAt();
        for (Entry entry : phase.entries()) {
            Instant to = min((entry.to() != null) ? entry.to() : this.now, end);
            if (!entry.system() && entry.from().isBefore(end) && to.isAfter(at)) {
                Instant begin = entry.from().isAfter(at) ? entry.from() : at;
                part(parts, "gap", at, begin);
                part(parts, "busy", begin, to);
                at = to;
            }
        }
        part(parts, "gap", at, end);
        return bar("phase", run.startedAt(), run.endedAt(), BAR, run.endedAt() == null, this.words.phase(phase, run),
                "", null, parts, null);
    }

    private List<Bar> window(Window window) {
        List<Bar> bars = new ArrayList<>();
        boolean ahead = window.plannedFrom().isAfter(this.axis.to());
        // What an ended release did not live to see is not drawn; the table tells it.
        if (window.plannedTo().isAfter(this.axis.from()) && !(ahead && this.ended)) {
            bars.add(bar("planned", window.plannedFrom(), window.plannedTo(), THIN,
                    !this.ended && window.plannedTo().isAfter(this.axis.to()), this.words.planned(window), "", null,
                    List.of(),
                    ahead ? this.words.plannedLater(window) : this.words.text("statistics.timeline.planned")));
        }
        if (window.from() != null) {
            bars.add(bar("actual", window.from(), window.to(), THIN, window.to() == null, this.words.actual(window), "",
                    null, List.of(), this.words.text("statistics.timeline.actual")));
        }
        return bars;
    }

    private Bar step(Entry entry) {
        List<Part> parts = new ArrayList<>();
        Instant end = (entry.to() != null) ? entry.to() : this.now;
        if (entry.system()) {
            part(parts, "system", entry.from(), end);
        }
        else if (!entry.known()) {
            part(parts, "unknown", entry.from(), end);
        }
        else {
            Instant at = entry.from();
            for (Holding holding : entry.holdings()) {
                Instant to = min((holding.to() != null) ? holding.to() : end, end);
                part(parts, "waiting", at, holding.from());
                part(parts, "held", holding.from(), to);
                at = to;
            }
            part(parts, "waiting", at, end);
        }
        return bar(entry.fate().name().toLowerCase(Locale.ROOT).replace('_', '-'), entry.from(), entry.to(), BAR,
                entry.fate() == Fate.RUNNING, this.words.title(entry), this.words.description(entry), entry.href(),
                parts, this.words.note(entry));
    }

    private void part(List<Part> parts, String kind, Instant from, Instant to) {
        double x = this.axis.x(from);
        double width = TimeAxis.rounded(this.axis.x(to) - x);
        if (width > 0) {
            parts.add(new Part(kind, x, width));
        }
    }

    /**
     * A bar that can be seen: one that is too narrow is widened, its last part with it.
     */
    private Bar bar(String kind, Instant from, @Nullable Instant to, double height, boolean running, String title,
            String description, @Nullable String href, List<Part> parts, @Nullable String note) {
        double x = this.axis.x(from);
        double width = this.axis.x((to != null) ? to : this.now) - x;
        List<Part> drawn = parts;
        if (width < SEEN) {
            width = SEEN;
            x = Math.min(x, this.axis.right() - SEEN);
            String main = parts.stream().max(Comparator.comparingDouble(Part::width)).map(Part::kind).orElse("waiting");
            drawn = BARE.contains(kind) ? parts : List.of(new Part(main, x, SEEN));
        }
        return new Bar(kind, x, 0, TimeAxis.rounded(width), height, running, title, description, href, drawn,
                (note != null) ? new Note(0, false, note) : null);
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

}
