package io.slipway.deployment.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.slipway.deployment.run.RunEvent;
import io.slipway.deployment.run.RunHead;
import io.slipway.deployment.run.StepState;
import io.slipway.deployment.run.WaveState;

/**
 * A run, as its page shows it.
 *
 * @param name name of its release
 * @param held {@code halt} or {@code line} while nothing new is started; empty otherwise
 * @param events what happened, the latest first
 * @param present who looks at it
 */
public record RunBoard(RunHead head, String name, String held, Outlook outlook, List<BoardWave> waves,
        List<RunEvent> events, List<Present> present) {

    /** So many of a kind are shown; a wall has no more room. */
    private static final int SHOWN = 8;

    private Stream<BoardStep> steps() {
        return this.waves.stream().flatMap((wave) -> wave.steps().stream());
    }

    /** The steps that somebody or something is at. */
    public List<BoardStep> now() {
        return steps().filter((one) -> one.step().state().open()).limit(SHOWN).toList();
    }

    /** The waves that are watched. */
    public List<BoardWave> baking() {
        return this.waves.stream().filter((one) -> one.wave().state() == WaveState.BAKING).toList();
    }

    /** The steps that start next. */
    public List<BoardStep> next() {
        return this.head.running() ? steps().filter((one) -> one.step().state() == StepState.WAITING)
            .sorted(Comparator.comparing((one) -> one.forecast().from()))
            .limit(SHOWN - 3)
            .toList() : List.of();
    }

    /** The steps that wait for a person's decision, since they failed. */
    public List<BoardStep> blocked() {
        return steps().filter(BoardStep::failed).limit(SHOWN).toList();
    }

    /** The waves of which somebody has to decide, or that wait. */
    public List<BoardWave> waiting() {
        return this.waves.stream()
            .filter((one) -> one.wave().state() == WaveState.BAKING && one.wave().outlook() != null)
            .toList();
    }

    /** The steps that end later than planned, the latest first. */
    public List<BoardStep> late() {
        return steps().filter(BoardStep::late)
            .sorted(Comparator.comparing(BoardStep::slipMinutes).reversed())
            .limit(SHOWN)
            .toList();
    }

    /** How many steps end later than planned. */
    public int lateCount() {
        return (int) steps().filter(BoardStep::late).count();
    }

    public int stepCount() {
        return (int) steps().count();
    }

    public int doneCount() {
        return this.waves.stream().mapToInt(BoardWave::done).sum();
    }

    /** The wave that it is at: the first that is not over, the last once all are. */
    public BoardWave current() {
        return this.waves.stream()
            .filter((one) -> one.wave().overAt() == null)
            .findFirst()
            .orElseGet(() -> this.waves.get(this.waves.size() - 1));
    }

    /** The waves whose steps are drawn: those under way, or the one that it is at. */
    public List<String> open() {
        List<String> open = new ArrayList<>(
                this.waves.stream().filter(BoardWave::open).map((one) -> one.wave().wave()).limit(3).toList());
        return open.isEmpty() ? List.of(current().wave().wave()) : open;
    }

    /** What was decided, and what people told, the latest first. */
    public List<RunEvent> told() {
        return this.events.stream().filter((event) -> event.reason() != null).limit(SHOWN).toList();
    }

}
