package io.slipway.workflow.state;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what a few runs have at which elements, each statement by the index of the runs.
 */
@Component
class RunRows {

    static final String TOKENS = """
            select e.PROC_INST_ID_ run, %s element, count(*) tokens, sum(e.SUSPENSION_STATE_ = %d) suspended,
                   min(%s) oldest
            """.formatted(StateSql.element("e.ACT_ID_"), StateSql.SUSPENDED, StateSql.SINCE) + StateSql.TOKENS
            + " and e.PROC_INST_ID_ in (:runs) group by 1, 2";

    static final String JOBS = """
            select j.PROCESS_INSTANCE_ID_ run, %1$s element, sum%2$s timers, sum%3$s retrying,
                   min(if(%2$s, j.DUEDATE_, null)) due, max(j.EXCEPTION_MSG_) message
            """.formatted(StateSql.element("d.ACT_ID_"), StateSql.TIMING, StateSql.RETRYING) + StateSql.JOBS
            + " and j.PROCESS_INSTANCE_ID_ in (:runs) group by 1, 2";

    static final String INCIDENTS = """
            select i.PROC_INST_ID_ run, %s element, count(*) failed, max(coalesce(i.INCIDENT_MSG_, r.INCIDENT_MSG_)) message
              from ACT_RU_INCIDENT i
                   left join ACT_RU_INCIDENT r on r.ID_ = i.ROOT_CAUSE_INCIDENT_ID_
             where i.PROC_INST_ID_ in (:runs) and i.ACTIVITY_ID_ is not null
             group by 1, 2"""
        .formatted(StateSql.element("i.ACTIVITY_ID_"));

    static final String OVERDUE = """
            select h.PROC_INST_ID_ run, w.step element, count(*) overdue
              from ACT_HI_PROCINST h
                   join work_items w on w.business_key = h.BUSINESS_KEY_ and w.state = 'OPEN'
                    and w.definition = h.PROC_DEF_ID_ and w.due_at < :now
             where h.PROC_INST_ID_ in (:runs)
             group by 1, 2""";

    static final String FLOWS = """
            select f.run, f.flow, sum(f.passes) passes
              from flow_passes f
             where f.run in (:runs)
             group by 1, 2""";

    private final JdbcClient jdbc;

    RunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What waits, by run and element; nothing of runs that have ended. */
    Map<String, Map<String, Tally>> waiting(Collection<String> runs) {
        Map<String, Map<String, Tally>> found = new HashMap<>();
        if (!runs.isEmpty()) {
            list(TOKENS, runs, Tokens.class).forEach(
                    (row) -> at(found, row.run(), row.element()).tokens(row.tokens(), row.suspended(), row.oldest()));
            list(JOBS, runs, Jobs.class).forEach((row) -> at(found, row.run(), row.element()).jobs(row.timers(),
                    row.retrying(), row.due(), row.message()));
            list(INCIDENTS, runs, Incidents.class)
                .forEach((row) -> at(found, row.run(), row.element()).incidents(row.failed(), row.message()));
        }
        return found;
    }

    void addOverdue(Map<String, Map<String, Tally>> found, Collection<String> runs, Instant now) {
        if (!runs.isEmpty()) {
            this.jdbc.sql(OVERDUE)
                .param("runs", runs)
                .param("now", now)
                .query(Overdue.class)
                .list()
                .forEach((row) -> at(found, row.run(), row.element()).overdue(row.overdue()));
        }
    }

    /** How often each flow was taken, by run. */
    Map<String, Map<String, Long>> flows(Collection<String> runs) {
        Map<String, Map<String, Long>> found = new HashMap<>();
        list(FLOWS, runs, Flow.class).forEach((row) -> found.computeIfAbsent(row.run(), (run) -> new LinkedHashMap<>())
            .put(row.flow(), row.passes()));
        return found;
    }

    private <T> List<T> list(String statement, Collection<String> runs, Class<T> row) {
        return this.jdbc.sql(statement).param("runs", runs).query(row).list();
    }

    private static Tally at(Map<String, Map<String, Tally>> found, String run, String element) {
        return found.computeIfAbsent(run, (id) -> new LinkedHashMap<>()).computeIfAbsent(element, Tally::new);
    }

    private record Tokens(String run, String element, long tokens, long suspended, @Nullable Instant oldest) {
    }

    private record Jobs(String run, String element, long timers, long retrying, @Nullable Instant due,
            @Nullable String message) {
    }

    private record Incidents(String run, String element, long failed, @Nullable String message) {
    }

    private record Overdue(String run, String element, long overdue) {
    }

    private record Flow(String run, String flow, long passes) {
    }

}
