package io.slipway.workflow.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the table of what each run has where, in the transaction that changes the run:
 * what a run has is read anew from the engine's tables, never reckoned from what
 * happened, so that nothing can be missed twice.
 */
@Component
class Places {

    private static final String HOLD = "insert into run_places (run, definition, element, due_at, started_at) values %s "
            + "on duplicate key update run = values(run)";

    private static final String KEPT = """
            select run, definition, element, due_at, tokens, suspended, timers, retrying, failed, tasks, since, started_at
              from run_places
             where run in (:runs)""";

    private static final String WRITE = """
            insert into run_places (run, definition, element, due_at, tokens, suspended, timers, retrying, failed, tasks,
                                    since, started_at)
            values %s
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
        Set<Place> gone = new LinkedHashSet<>(this.jdbc.sql(KEPT).param("runs", runs).query(Place.class).list());
        Set<Place> come = new LinkedHashSet<>(this.reading.of(runs));
        Set<Place> same = new HashSet<>(gone);
        same.retainAll(come);
        gone.removeAll(same);
        come.removeAll(same);
        this.counts.change(gone, come);
        Set<Place.Key> written = come.stream().map(Place::key).collect(Collectors.toSet());
        delete(gone.stream().filter((place) -> !written.contains(place.key())).toList());
        write(come);
        gone.removeIf((place) -> place.startedAt().equals(Place.NEVER));
        return Math.max(gone.size(), come.size());
    }

    /** A run that is not known yet, or no more, gets a row to be held by. */
    private void hold(SortedSet<String> runs) {
        List<Object> values = new ArrayList<>();
        runs.forEach((run) -> Collections.addAll(values, run, StateSql.utc(Place.NEVER), StateSql.utc(Place.NEVER)));
        this.jdbc.sql(HOLD.formatted(times(runs.size(), "(?, '', '', ?, ?)"))).params(values).update();
    }

    private void delete(Collection<Place> gone) {
        if (!gone.isEmpty()) {
            List<Object> values = new ArrayList<>();
            gone.forEach((place) -> Collections.addAll(values, place.run(), place.definition(), place.element(),
                    StateSql.utc(place.dueAt())));
            this.jdbc
                .sql("delete from run_places where " + String.join(" or ",
                        Collections.nCopies(gone.size(),
                                "(run = ? and definition = ? and element = ? and due_at = ?)")))
                .params(values)
                .update();
        }
    }

    private void write(Collection<Place> come) {
        if (!come.isEmpty()) {
            List<Object> values = new ArrayList<>();
            come.forEach((place) -> Collections.addAll(values, place.run(), place.definition(), place.element(),
                    StateSql.utc(place.dueAt()), place.tokens(), place.suspended(), place.timers(), place.retrying(),
                    place.failed(), place.tasks(), (place.since() != null) ? StateSql.utc(place.since()) : null,
                    StateSql.utc(place.startedAt())));
            this.jdbc.sql(WRITE.formatted(times(come.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")))
                .params(values)
                .update();
        }
    }

    private static String times(int count, String row) {
        return String.join(", ", Collections.nCopies(count, row));
    }

}
