package io.slipway.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.identity.CurrentActor;
import io.slipway.input.InvalidInputException;
import io.slipway.sql.Clause;
import io.slipway.sql.Json;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what people type into tasks, one draft per person, task and part of its form, so
 * that a closed browser, a lost session or a task taken away costs nobody their words.
 */
@Service
@Transactional
public class DraftManagement {

    /** The most that a draft may hold, in characters. */
    public static final int LIMIT = 200_000;

    private static final Duration KEPT = Duration.ofDays(180);

    private final JdbcClient jdbc;

    private final CurrentActor currentActor;

    private final Clock clock;

    DraftManagement(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * The current actor's draft for a task.
     * @param part the part of the task's form; empty for the whole
     * @return the draft, if there is one
     */
    @Transactional(readOnly = true)
    public Optional<Draft> find(String taskId, String part) {
        return Clause.of("select * from task_drafts")
            .where(of(taskId, part))
            .on(this.jdbc)
            .query(Draft.class)
            .optional();
    }

    /** The parts of a task's form of which the current actor has a draft. */
    @Transactional(readOnly = true)
    public List<String> parts(String taskId) {
        return Clause.of("select part from task_drafts").where(of(taskId)).on(this.jdbc).query(String.class).list();
    }

    /**
     * Saves the current actor's draft in place of the former one, and forgets those of
     * half a year ago. Refuses, with an {@link InvalidInputException}, more than
     * {@value #LIMIT} characters.
     */
    public void save(String taskId, String part, Map<String, List<String>> fields) {
        String text = Json.text(fields);
        if (text.length() > LIMIT) {
            throw new InvalidInputException("", "inbox.draft.too-long", LIMIT);
        }
        Instant now = this.clock.instant();
        this.jdbc.sql("delete from task_drafts where user_name = :name and saved_at < :old")
            .param("name", person())
            .param("old", now.minus(KEPT))
            .update();
        Clause
            .insert("task_drafts", "user_name", person(), "task_id", taskId, "part", part, "fields", text, "saved_at",
                    now)
            .append(" on duplicate key update fields = :fields, saved_at = :saved_at")
            .on(this.jdbc)
            .update();
    }

    /** Forgets the current actor's draft of a part, if there is one. */
    public void discard(String taskId, String part) {
        Clause.of("delete from task_drafts").where(of(taskId, part)).on(this.jdbc).update();
    }

    /** Forgets all of the current actor's drafts for a task. */
    public void discard(String taskId) {
        Clause.of("delete from task_drafts").where(of(taskId)).on(this.jdbc).update();
    }

    private Clause of(String taskId, String part) {
        return of(taskId).and(Clause.equal("part", part));
    }

    private Clause of(String taskId) {
        return Clause.equal("user_name", person()).and(Clause.equal("task_id", taskId));
    }

    private String person() {
        return this.currentActor.get().userName();
    }

}
