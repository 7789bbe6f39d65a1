package io.slipway.audit;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.identity.ActionRecorded;
import io.slipway.identity.JournalEntry;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes each recorded action into the audit record, in the transaction of the action:
 * both hold or neither.
 */
@Component
class AuditTrail {

    private static final String INSERT = """
            insert into audit_entries (at, actor, actor_name, token, role, on_behalf_of, action, subject_type,
                                       subject, release_key, reason, old_values, new_values)
            values (?, ?, ?, ?, ?, null, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient database;

    private final ObjectMapper json;

    AuditTrail(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ActionRecorded recorded) {
        JournalEntry entry = recorded.entry();
        this.database.sql(INSERT)
            .params(LocalDateTime.ofInstant(recorded.at(), ZoneOffset.UTC), recorded.actor().userName(),
                    recorded.actor().fullName(),
                    (recorded.actor().token() != null) ? recorded.actor().token().name() : null,
                    (entry.role() != null) ? entry.role().id() : null, entry.action(), entry.subjectType(),
                    entry.subject(), entry.releaseKey(), entry.reason(), values(entry.oldValues()),
                    values(entry.newValues()))
            .update();
    }

    private String values(Map<String, ?> values) {
        try {
            return this.json.writeValueAsString(new TreeMap<>(values));
        }
        catch (JsonProcessingException ex) {
            throw new IllegalArgumentException("These values cannot be written as JSON", ex);
        }
    }

}
