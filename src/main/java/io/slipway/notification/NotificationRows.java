package io.slipway.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads and writes rows of the table of notifications, in the transaction of the caller.
 */
@Component
class NotificationRows {

    static final String SELECT = "select n.* from notifications n ";

    private static final TypeReference<List<Fact>> FACTS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;

    private final ObjectMapper json;

    NotificationRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Writes one row per recipient; the unique key keeps out what another node has just
     * written.
     */
    void insert(Matter matter, List<Addressee> addressees, Instant now) {
        List<Object> values = new ArrayList<>();
        for (Addressee addressee : addressees) {
            Collections.addAll(values, matter.id(), addressee.recipient(), matter.kind().name(), matter.releaseKey(),
                    matter.title(), matter.text(), facts(matter), matter.link(), utc(now),
                    addressee.notice() ? "UNREAD" : "NONE", addressee.mail().name(),
                    (addressee.mail() == MailState.PENDING) ? utc(now) : null);
        }
        this.jdbc
            .sql("insert into notifications (matter, recipient, kind, release_key, title, text, facts, link, "
                    + "created_at, notice, mail, next_attempt_at) values "
                    + String.join(", ", Collections.nCopies(addressees.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
                    + " on duplicate key update id = id")
            .params(values)
            .update();
    }

    /** Who was told about a matter. */
    List<String> toldOf(String matter) {
        return this.jdbc.sql("select recipient from notifications where matter = ?")
            .param(matter)
            .query(String.class)
            .list();
    }

    /** Which of these matters somebody was told about. */
    List<String> told(List<String> matters) {
        return this.jdbc.sql("select distinct matter from notifications where matter in (:matters)")
            .param("matters", matters)
            .query(String.class)
            .list();
    }

    List<Notification> list(String sql, Object... parameters) {
        return this.jdbc.sql(SELECT + sql).params(parameters).query(this::map).list();
    }

    private String facts(Matter matter) {
        try {
            return this.json.writeValueAsString(matter.facts());
        }
        catch (JsonProcessingException ex) {
            throw new IllegalArgumentException("These facts cannot be written as JSON", ex);
        }
    }

    private Notification map(ResultSet row, int number) throws SQLException {
        return new Notification(row.getLong("id"), row.getString("recipient"),
                NotificationKind.valueOf(row.getString("kind")), row.getString("matter"), row.getString("release_key"),
                row.getString("title"), row.getString("text"), facts(row.getString("facts")), row.getString("link"),
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                "UNREAD".equals(row.getString("notice")), MailState.valueOf(row.getString("mail")),
                row.getInt("attempts"), instant(row, "next_attempt_at"), instant(row, "sent_at"),
                row.getString("sent_to"), row.getString("last_error"));
    }

    private List<Fact> facts(String text) {
        try {
            return this.json.readValue(text, FACTS);
        }
        catch (JsonProcessingException ex) {
            throw new IllegalStateException("A notification holds what is no JSON", ex);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return (at != null) ? at.toInstant(ZoneOffset.UTC) : null;
    }

    static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /**
     * Somebody who is told, and how.
     *
     * @param recipient user name or address
     * @param notice whether as a notice in the portal
     * @param mail whether by mail
     */
    record Addressee(String recipient, boolean notice, MailState mail) {
    }

}
