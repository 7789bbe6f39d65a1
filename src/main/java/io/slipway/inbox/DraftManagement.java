package io.slipway.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.identity.CurrentActor;
import io.slipway.input.InvalidInputException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what people type into tasks, one draft per person and task, so that a closed
 * browser, a lost session or a task taken away costs nobody their words.
 */
@Service
@Transactional
public class DraftManagement {

    /** The most that a draft may hold, in characters. */
    public static final int LIMIT = 200_000;

    private static final Duration KEPT = Duration.ofDays(180);

    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;

    private final ObjectMapper json;

    private final CurrentActor currentActor;

    private final Clock clock;

    DraftManagement(JdbcClient jdbc, ObjectMapper json, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * The current actor's draft for a task.
     * @param taskId the task's id
     * @return the draft, if there is one
     */
    @Transactional(readOnly = true)
    public Optional<Draft> find(String taskId) {
        return this.jdbc.sql("select fields, saved_at from task_drafts where user_name = ? and task_id = ?")
            .params(person(), taskId)
            .query((row, number) -> draft(row))
            .optional();
    }

    /**
     * Saves the current actor's draft in place of the former one, and forgets those of
     * half a year ago. Refuses, with an {@link InvalidInputException}, more than
     * {@value #LIMIT} characters.
     * @param taskId the task's id
     * @param fields field name to its values
     */
    public void save(String taskId, Map<String, List<String>> fields) {
        String text = write(fields);
        if (text.length() > LIMIT) {
            throw new InvalidInputException("", "inbox.draft.too-long", LIMIT);
        }
        Instant now = this.clock.instant();
        this.jdbc.sql("delete from task_drafts where user_name = ? and saved_at < ?")
            .params(person(), Timestamp.from(now.minus(KEPT)))
            .update();
        this.jdbc.sql("""
                insert into task_drafts (user_name, task_id, fields, saved_at) values (?, ?, ?, ?)
                on duplicate key update fields = values(fields), saved_at = values(saved_at)""")
            .params(person(), taskId, text, Timestamp.from(now))
            .update();
    }

    /**
     * Forgets the current actor's draft for a task, if there is one.
     * @param taskId the task's id
     */
    public void discard(String taskId) {
        this.jdbc.sql("delete from task_drafts where user_name = ? and task_id = ?").params(person(), taskId).update();
    }

    private String person() {
        return this.currentActor.get().userName();
    }

    private Draft draft(ResultSet row) throws SQLException {
        try {
            return new Draft(this.json.readValue(row.getString("fields"), FIELDS),
                    row.getTimestamp("saved_at").toInstant());
        }
        catch (JsonProcessingException ex) {
            throw new SQLException("A draft is no JSON", ex);
        }
    }

    private String write(Map<String, List<String>> fields) {
        try {
            return this.json.writeValueAsString(fields);
        }
        catch (JsonProcessingException ex) {
            throw new IllegalArgumentException("Fields cannot be written as JSON", ex);
        }
    }

}
