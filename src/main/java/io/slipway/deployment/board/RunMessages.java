package io.slipway.deployment.board;

import java.util.Collection;
import java.util.List;

import io.slipway.deployment.run.RunHead;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what people of a run were told: each thing once, whatever happens twice.
 */
@Component
class RunMessages {

    private static final int SHOWN = 8;

    private final JdbcClient jdbc;

    private final ApplicationEventPublisher events;

    RunMessages(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Has people told of a step, unless they were told that before. */
    @Transactional
    public void tell(RunHead run, RunStepNews news) {
        int fresh = this.jdbc.sql("""
                insert ignore into run_messages (run_id, kind, step, name, at, people)
                values (:run, :kind, :step, :name, :at, :people)""")
            .param("run", run.id())
            .param("kind", news.kind().name())
            .param("step", news.step())
            .param("name", news.name())
            .param("at", news.at())
            .param("people", news.people().size())
            .update();
        if (fresh > 0) {
            this.events.publishEvent(news);
        }
    }

    /** What people of a run were told, the latest first. */
    List<RunMessage> of(long run) {
        return this.jdbc.sql("select * from run_messages where run_id = :run order by id desc limit :most")
            .param("run", run)
            .param("most", SHOWN)
            .query(RunMessage.class)
            .list();
    }

    /** What was told before: kind and step of it. */
    Collection<String> told(long run) {
        return this.jdbc.sql("select concat(kind, ' ', step) from run_messages where run_id = :run")
            .param("run", run)
            .query(String.class)
            .set();
    }

}
