package io.slipway.workflow.state;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the table of what each run has where, in the transaction that changes the run:
 * what a run has is read anew from the engine's tables, never reckoned from what
 * happened, so that nothing can be missed twice.
 */
@Component
class Places {

    private static final String HOLD = "insert into run_places (run, definition, element, due_at, started_at) values :rows "
            + "on duplicate key update run = values(run)";

    private static final String KEPT = """
            select run, definition, element, due_at, tokens, suspended, timers, retrying, failed, tasks, since, started_at
              from run_places
             where run in (:runs)""";

    private static final String WRITE = """
            insert into run_places (run, definition, element, due_at, tokens, suspended, timers, retrying, failed, tasks,
                                    since, started_at)
            values :rows
            on duplicate key update tokens = values(tokens), suspended = values(suspended), timers = values(timers),
                retrying = values(retrying), failed = values(failed), tasks = values(tasks), since = values(since),
                started_at = values(started_at)""";

    private final JdbcClient jdbc;

    private final PlaceReading reading;

    private final Counts counts;

    Places(JdbcClient jdbc, PlaceReading reading, Counts counts) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.counts = counts;
    }

    /**
     * Writes down what some runs have now; gives how many rows were wrong. Whoever
     * changes the same run at the same time waits here until the other has committed, and
     * then sees what the other did. Runs come in one order, so nobody waits in a circle.
     */
    int follow(SortedSet<String> runs) {
        if (runs.isEmpty()) {
            return 0;
        }
        hold(runs);
        Set<RunPlace> gone = new LinkedHashSet<>(this.jdbc.sql(KEPT).param("runs", runs).query(RunPlace.class).list());
        Set<RunPlace> come = new LinkedHashSet<>(this.reading.of(runs));
        Set<RunPlace> same = new HashSet<>(gone);
        same.retainAll(come);
        gone.removeAll(same);
        come.removeAll(same);
        this.counts.change(gone, come);
        Set<RunPlace.Key> written = come.stream().map(RunPlace::key).collect(Collectors.toSet());
        delete(gone.stream().filter((place) -> !written.contains(place.key())).toList());
        write(come);
        gone.removeIf((place) -> place.startedAt().equals(RunPlace.NEVER));
        return Math.max(gone.size(), come.size());
    }

    /** A run that is not known yet, or no more, gets a row to be held by. */
    private void hold(SortedSet<String> runs) {
        insert(HOLD, runs.stream().map((run) -> new Object[] { run, "", "", RunPlace.NEVER, RunPlace.NEVER }));
    }

    /** Each by the whole primary key, so that no row is locked but these. */
    private void delete(List<RunPlace> gone) {
        if (!gone.isEmpty()) {
            Clause.of("delete from run_places")
                .where(Clause.join(IntStream.range(0, gone.size()).mapToObj((i) -> key(gone.get(i), i)).toList(),
                        " or "))
                .on(this.jdbc)
                .update();
        }
    }

    private static Clause key(RunPlace place, int number) {
        return Clause
            .of("(run = :run%1$d and definition = :definition%1$d and element = :element%1$d and due_at = :due%1$d)"
                .formatted(number))
            .with("run" + number, place.run())
            .with("definition" + number, place.definition())
            .with("element" + number, place.element())
            .with("due" + number, place.dueAt());
    }

    private void write(Collection<RunPlace> come) {
        if (!come.isEmpty()) {
            insert(WRITE,
                    come.stream()
                        .map((place) -> new @Nullable Object[] { place.run(), place.definition(), place.element(),
                                place.dueAt(), place.tokens(), place.suspended(), place.timers(), place.retrying(),
                                place.failed(), place.tasks(), place.since(), place.startedAt() }));
        }
    }

    private void insert(String statement, Stream<@Nullable Object[]> rows) {
        this.jdbc.sql(statement).param("rows", rows.toList()).update();
    }

}
