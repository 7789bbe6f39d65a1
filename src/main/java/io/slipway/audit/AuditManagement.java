package io.slipway.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the audit record. There is no way to change it: the database itself refuses.
 */
@Service
@Transactional(readOnly = true)
public class AuditManagement {

    private final JdbcClient jdbc;

    private final ObjectMapper json;

    AuditManagement(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * The trail of a release, newest first.
     * @param releaseKey key of the release
     * @param from the cursor, empty for the first page; text that is no cursor counts as
     * empty
     * @return a page
     */
    public KeyPage<AuditEntry> trail(String releaseKey, String from) {
        List<AuditEntry> found = this.jdbc
            .sql("select * from audit_entries where release_key = ? and sequence < ? order by sequence desc limit ?")
            .params(releaseKey, cursor(from), KeyPage.SIZE + 1)
            .query(this::entry)
            .list();
        return KeyPage.of(found, (entry) -> Long.toString(entry.sequence()));
    }

    /**
     * The history of one thing, newest first.
     * @param subjectType kind of thing, such as {@code item}
     * @param subject its key
     * @param from the cursor, empty for the first page; text that is no cursor counts as
     * empty
     * @return a page
     */
    public KeyPage<AuditEntry> historyOf(String subjectType, String subject, String from) {
        List<AuditEntry> found = this.jdbc.sql("""
                select * from audit_entries where subject_type = ? and subject = ? and sequence < ?
                 order by sequence desc limit ?""")
            .params(subjectType, subject, cursor(from), KeyPage.SIZE + 1)
            .query(this::entry)
            .list();
        return KeyPage.of(found, (entry) -> Long.toString(entry.sequence()));
    }

    private static long cursor(String from) {
        try {
            return from.isEmpty() ? Long.MAX_VALUE : Long.parseLong(from);
        }
        catch (NumberFormatException ex) {
            return Long.MAX_VALUE;
        }
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(row.getLong("sequence"),
                row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getString("actor"),
                row.getString("actor_name"), row.getString("token"), role(row.getString("role")),
                row.getString("on_behalf_of"), row.getString("action"), row.getString("subject_type"),
                row.getString("subject"), row.getString("release_key"), row.getString("reason"),
                values(row.getString("old_values")), values(row.getString("new_values")));
    }

    private static @Nullable Role role(@Nullable String id) {
        return (id != null) ? Role.of(id).orElse(null) : null;
    }

    private Map<String, String> values(String text) {
        try {
            Map<String, String> values = new TreeMap<>();
            this.json.readTree(text)
                .properties()
                .forEach((value) -> values.put(value.getKey(), shown(value.getValue())));
            return Collections.unmodifiableMap(values);
        }
        catch (JsonProcessingException ex) {
            throw new IllegalStateException("The audit record holds what is no JSON", ex);
        }
    }

    private static String shown(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach((part) -> parts.add(shown(part)));
            return String.join(", ", parts);
        }
        return value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }

}
