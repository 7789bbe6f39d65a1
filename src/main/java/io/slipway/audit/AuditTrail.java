package io.slipway.audit;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

import io.slipway.identity.ActionRecorded;
import io.slipway.identity.ActionsRecorded;
import io.slipway.identity.Actor;
import io.slipway.identity.DemoMark;
import io.slipway.identity.JournalEntry;
import io.slipway.sql.Json;
import io.slipway.sql.PerTransaction;
import org.jspecify.annotations.Nullable;

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
                                       subject, release_key, reason, old_values, new_values, made_for_demo, act)
            values :rows""";

    /** So many rows go to the database together. */
    private static final int BATCH = 500;

    private final JdbcClient jdbc;

    private final DemoMark demo;

    /** What is done in one transaction is one act, and told as one. */
    private final PerTransaction<Long> act = new PerTransaction<>(
            () -> ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE), (number) -> {
            });

    AuditTrail(JdbcClient jdbc, DemoMark demo) {
        this.jdbc = jdbc;
        this.demo = demo;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ActionRecorded recorded) {
        write(recorded.actor(), recorded.at(), List.of(recorded.entry()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ActionsRecorded recorded) {
        write(recorded.actor(), recorded.at(), recorded.entries());
    }

    private void write(Actor actor, Instant at, List<JournalEntry> entries) {
        for (int i = 0; i < entries.size(); i += BATCH) {
            this.jdbc.sql(INSERT)
                .param("rows",
                        entries.subList(i, Math.min(i + BATCH, entries.size()))
                            .stream()
                            .map((entry) -> row(actor, at, entry))
                            .toList())
                .update();
        }
    }

    private @Nullable Object[] row(Actor actor, Instant at, JournalEntry entry) {
        return new @Nullable Object[] { at, actor.userName(), actor.fullName(),
                (actor.token() != null) ? actor.token().name() : null,
                (entry.role() != null) ? entry.role().id() : null, null, entry.action(), entry.subjectType(),
                entry.subject(), entry.releaseKey(), entry.reason(), Json.text(new TreeMap<>(entry.oldValues())),
                Json.text(new TreeMap<>(entry.newValues())), this.demo.here(), this.act.get() };
    }

}
