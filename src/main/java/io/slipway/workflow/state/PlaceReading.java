package io.slipway.workflow.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads from the tables of engine and work items what some runs have where, by the
 * indexes of the runs.
 */
@Component
class PlaceReading {

    /**
     * Tokens, jobs, incidents and tasks, each with the same columns, and the runs
     * themselves.
     */
    static final String FACTS = ("""
            select e.PROC_INST_ID_ run, e.PROC_DEF_ID_ definition, %1$s element, cast(null as datetime(3)) due_at,
                   count(*) tokens, sum(e.SUSPENSION_STATE_ = %2$d) suspended, 0 timers, 0 retrying, 0 failed, 0 causes,
                   0 tasks, min(%3$s) since
            """ + StateSql.TOKENS + """
               and e.PROC_INST_ID_ in (:runs) group by 1, 2, 3
             union all
            select j.PROCESS_INSTANCE_ID_, j.PROCESS_DEF_ID_, %4$s, null, 0, 0, sum%5$s, sum%6$s, 0, 0, 0, null
            """ + StateSql.JOBS + """
               and j.PROCESS_INSTANCE_ID_ in (:runs) group by 1, 2, 3
             union all
            select i.PROC_INST_ID_, i.PROC_DEF_ID_, %7$s, null, 0, 0, 0, 0, count(*),
                   sum(i.ID_ = i.ROOT_CAUSE_INCIDENT_ID_), 0, null
              from ACT_RU_INCIDENT i
             where i.PROC_INST_ID_ in (:runs) and i.ACTIVITY_ID_ is not null group by 1, 2, 3
             union all
            select p.ID_, p.PROC_DEF_ID_, w.step, w.due_at, 0, 0, 0, 0, 0, 0, count(*), null
              from ACT_RU_EXECUTION p
                   join work_items w on w.instance = convert(p.ID_ using utf8mb4) collate utf8mb4_bin
                    and w.state = 'OPEN'
             where p.ID_ in (:runs) group by 1, 2, 3, 4""").formatted(StateSql.element("e.ACT_ID_"), StateSql.SUSPENDED,
            StateSql.SINCE, StateSql.element("d.ACT_ID_"), StateSql.TIMING, StateSql.RETRYING,
            StateSql.element("i.ACTIVITY_ID_"));

    static final String RUNS = """
            select e.ID_ run, e.PROC_DEF_ID_ definition, h.START_TIME_ started_at, e.SUPER_EXEC_ is null root,
                   e.SUSPENSION_STATE_ = %d suspended
              from ACT_RU_EXECUTION e
                   join ACT_HI_PROCINST h on h.ID_ = e.ID_
             where e.ID_ in (:runs) and e.PARENT_ID_ is null""".formatted(StateSql.SUSPENDED);

    private final JdbcClient jdbc;

    PlaceReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The places of runs; none of those that have ended. */
    List<RunPlace> of(Collection<String> ids) {
        List<Run> runs = this.jdbc.sql(RUNS).param("runs", ids).query(Run.class).list();
        Map<String, List<Fact>> facts = new LinkedHashMap<>();
        if (!runs.isEmpty()) {
            this.jdbc.sql(FACTS)
                .param("runs", ids)
                .query(Fact.class)
                .list()
                .forEach((fact) -> facts.computeIfAbsent(fact.run(), (run) -> new ArrayList<>()).add(fact));
        }
        List<RunPlace> places = new ArrayList<>();
        runs.forEach((run) -> add(run, facts.getOrDefault(run.run(), List.of()), places));
        return places;
    }

    private static void add(Run run, List<Fact> facts, List<RunPlace> places) {
        Map<List<String>, Sum> elements = new LinkedHashMap<>();
        facts.forEach(
                (fact) -> elements.computeIfAbsent(List.of(fact.definition(), fact.element()), (element) -> new Sum())
                    .add(fact));
        Sum all = new Sum();
        facts.forEach(all::add);
        elements.forEach((element, sum) -> sum.addTo(places, run, element.get(0), element.get(1)));
        int suspended = run.suspended() ? 1 : 0;
        places.add(new RunPlace(run.run(), run.definition(), "", all.firstDue(), 1, suspended, 0,
                Math.min(1, all.retrying), Math.min(1, all.failed), all.due.isEmpty() ? 0 : 1, run.startedAt(),
                run.startedAt()));
        places.add(new RunPlace(run.run(), "", "", RunPlace.NEVER, run.root() ? 1 : 0, run.root() ? suspended : 0, 0, 0,
                all.causes, 0, null, run.startedAt()));
    }

    private record Run(String run, String definition, Instant startedAt, boolean root, boolean suspended) {
    }

    private record Fact(String run, String definition, String element, @Nullable Instant dueAt, int tokens,
            int suspended, int timers, int retrying, int failed, int causes, int tasks, @Nullable Instant since) {
    }

    /** What facts about one element, or about one run, come to. */
    private static final class Sum {

        private final SortedMap<Instant, Integer> due = new TreeMap<>();

        private int tokens;

        private int suspended;

        private int timers;

        private int retrying;

        private int failed;

        private int causes;

        private @Nullable Instant since;

        void add(Fact fact) {
            this.tokens += fact.tokens();
            this.suspended += fact.suspended();
            this.timers += fact.timers();
            this.retrying += fact.retrying();
            this.failed += fact.failed();
            this.causes += fact.causes();
            if (fact.dueAt() != null) {
                this.due.merge(fact.dueAt(), fact.tasks(), Integer::sum);
            }
            if (fact.since() != null && (this.since == null || fact.since().isBefore(this.since))) {
                this.since = fact.since();
            }
        }

        Instant firstDue() {
            return this.due.isEmpty() ? RunPlace.NEVER : this.due.firstKey();
        }

        /** One place with everything, and one more for each further due date. */
        void addTo(List<RunPlace> places, Run run, String definition, String element) {
            Instant first = firstDue();
            places.add(new RunPlace(run.run(), definition, element, first, this.tokens, this.suspended, this.timers,
                    this.retrying, this.failed, Objects.requireNonNullElse(this.due.get(first), 0), this.since,
                    run.startedAt()));
            this.due.forEach((at, tasks) -> {
                if (!at.equals(first)) {
                    places.add(new RunPlace(run.run(), definition, element, at, 0, 0, 0, 0, 0, tasks, null,
                            run.startedAt()));
                }
            });
        }

    }

}
