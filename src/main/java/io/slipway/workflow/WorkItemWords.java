package io.slipway.workflow;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the words under which open work items are searched, in the transaction of the
 * caller.
 */
@Component
class WorkItemWords {

    private final JdbcClient jdbc;

    WorkItemWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(WorkItem item) {
        List<Object[]> rows = SearchText.words(item).stream().map((word) -> new Object[] { item.id(), word }).toList();
        if (!rows.isEmpty()) {
            this.jdbc.sql("insert into work_item_words (id, word) values :rows").param("rows", rows).update();
        }
    }

    void delete(String id) {
        this.jdbc.sql("delete from work_item_words where id = :id").param("id", id).update();
    }

    Set<String> of(String id) {
        return new HashSet<>(this.jdbc.sql("select word from work_item_words where id = :id")
            .param("id", id)
            .query(String.class)
            .list());
    }

}
