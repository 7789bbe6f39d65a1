package io.slipway.workflow.statistics;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes activities into the engine's history, as if releases had gone that way long ago.
 */
final class PastActivities {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final int CANCELLED = 2;

    private final JdbcClient jdbc;

    private final String definition;

    PastActivities(JdbcClient jdbc, String process) {
        this.jdbc = jdbc;
        this.definition = jdbc.sql("select ID_ from ACT_RE_PROCDEF where KEY_ = ? order by VERSION_ desc limit 1")
            .param(process)
            .query(String.class)
            .single();
    }

    String definition() {
        return this.definition;
    }

    void pass(String element, LocalDateTime end, Duration duration) {
        add(element, end, duration, 0);
    }

    void cancel(String element, LocalDateTime end, Duration duration) {
        add(element, end, duration, CANCELLED);
    }

    /** One that has not ended. */
    void open(String element, LocalDateTime start) {
        add(element, start, null, 0);
    }

    private void add(String element, LocalDateTime end, Duration duration, int state) {
        boolean ended = duration != null;
        this.jdbc.sql("""
                insert into ACT_HI_ACTINST (ID_, PROC_DEF_KEY_, PROC_DEF_ID_, PROC_INST_ID_, EXECUTION_ID_, ACT_ID_,
                       ACT_TYPE_, START_TIME_, END_TIME_, DURATION_, ACT_INST_STATE_)
                values (?, 'Past', ?, 'past', 'past', ?, 'userTask', ?, ?, ?, ?)""")
            .params("past-" + NUMBER.incrementAndGet(), this.definition, element, ended ? end.minus(duration) : end,
                    ended ? end : null, ended ? duration.toMillis() : null, state)
            .update();
    }

    /** What the engine's cleanup does once the time to live is over. */
    void cleanUp() {
        this.jdbc.sql("delete from ACT_HI_ACTINST where ID_ like 'past-%'").update();
    }

    /** Leaves nothing to other tests. */
    void forget() {
        cleanUp();
        this.jdbc.sql("delete from element_figures where day < '2010-01-01'").update();
        this.jdbc.sql("delete from element_figure_days where day < '2010-01-01'").update();
    }

}
