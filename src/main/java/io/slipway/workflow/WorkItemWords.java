package io.slipway.workflow;

import java.util.ArrayList;
import java.util.Collections;
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
        List<Object> parameters = new ArrayList<>();
        Set<String> words = SearchText.words(item);
        words.forEach((word) -> Collections.addAll(parameters, item.id(), word));
        if (!words.isEmpty()) {
            this.jdbc
                .sql("insert into work_item_words (id, word) values "
                        + String.join(", ", Collections.nCopies(words.size(), "(?, ?)")))
                .params(parameters)
                .update();
        }
    }

    void delete(String id) {
        this.jdbc.sql("delete from work_item_words where id = ?").param(id).update();
    }

    Set<String> of(String id) {
        return new HashSet<>(
                this.jdbc.sql("select word from work_item_words where id = ?").param(id).query(String.class).list());
    }

}
