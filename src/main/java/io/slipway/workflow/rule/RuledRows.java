package io.slipway.workflow.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads and writes the table of open work items that a rule may pass. Each is looked at
 * by one node at a time, and the less often the longer it waits.
 */
@Component
class RuledRows {

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int DOUBLED = 5;

    private final JdbcClient jdbc;

    RuledRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String workItem, Instant now) {
        this.jdbc.sql("insert into ruled_steps (work_item_id, next_at, tries) values (:id, :now, 0)")
            .param("id", workItem)
            .param("now", now)
            .update();
    }

    /** Takes those that are due, so that no other node does until they are due again. */
    @Transactional
    public List<String> take(Instant now, int most) {
        List<Row> due = this.jdbc.sql("""
                select work_item_id, tries from ruled_steps where next_at <= :now
                 order by next_at, work_item_id limit :most for update skip locked""")
            .param("now", now)
            .param("most", most)
            .query(Row.class)
            .list();
        due.forEach((row) -> this.jdbc
            .sql("update ruled_steps set next_at = :next, tries = tries + 1 where work_item_id = :id")
            .param("next", now.plus(wait(row.tries())))
            .param("id", row.workItemId())
            .update());
        return due.stream().map(Row::workItemId).toList();
    }

    void delete(String workItem) {
        this.jdbc.sql("delete from ruled_steps where work_item_id = :id").param("id", workItem).update();
    }

    private static Duration wait(int tries) {
        Duration wait = SHORTEST.multipliedBy(1L << Math.min(tries, DOUBLED));
        return (wait.compareTo(LONGEST) < 0) ? wait : LONGEST;
    }

    private record Row(String workItemId, int tries) {
    }

}
