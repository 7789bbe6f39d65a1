package io.slipway.inbox;

import java.util.Map;

import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import io.slipway.workflow.WorkItem;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remarks that people leave for each other on a release's tasks; they stay with the
 * release and nobody can change them.
 */
@Service
@Transactional
public class CommentManagement {

    /** The longest comment, in characters. */
    public static final int LIMIT = 2000;

    private static final KeyOrder<Comment> NEWEST = KeyOrder.<Comment>descending().number("id", Comment::id);

    private final JdbcClient jdbc;

    private final Journal journal;

    CommentManagement(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /**
     * The comments on a release, newest first.
     * @param from the cursor, empty for the first page
     */
    @Transactional(readOnly = true)
    public KeyPage<Comment> of(String releaseKey, String from) {
        return NEWEST.page(this.jdbc, "select * from task_comments", Clause.equal("release_key", releaseKey), from,
                Comment.class);
    }

    /**
     * Adds a comment of the current actor. Refuses, with an {@link InvalidInputException}
     * at {@code comment}, an empty text and one longer than {@value #LIMIT} characters.
     * @param item the task on whose page it is written
     */
    public void add(WorkItem item, String text) {
        String remark = InputCheck.text("comment", text, LIMIT, "inbox.comment.empty");
        Act act = this.journal.act();
        Clause
            .insert("task_comments", "release_key", item.businessKey(), "step", item.stepName(), "author", act.by(),
                    "written_at", act.at(), "text", remark)
            .on(this.jdbc)
            .update();
        this.journal.record(JournalEntry.of("comment.added", "task", item.id())
            .release(item.businessKey())
            .with(Map.of("step", item.stepName(), "text", remark)));
    }

}
