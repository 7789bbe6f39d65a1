package io.slipway.audit.chain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The database itself lets one path only change a row of the record, and only to erase
 * whom two people agreed on; the log stays whole.
 */
class ErasingRowsTests {

    private final OwnSchema schema = new OwnSchema("232-acts-of-the-record.sql", "237-witnesses.sql",
            "239-retention.sql");

    private final ChainStore store = new ChainStore(this.schema.jdbc());

    private final RecordKeys keys = new RecordKeys("example.org/slipway",
            List.of(SigningKey.read(SigningKey.make(), "example.org/slipway")), List.of(), Duration.ofMinutes(1), null);

    @Test
    void erasesOnePersonAndNothingElse() {
        this.schema.rows(20);
        row("milo", "Milo Brandt", "release", "PAY-1", null, "{\"approver\": \"rhea\", \"note\": \"rheas\"}");
        row("milo", "Milo Brandt", "person", "rhea", null, "{\"email\": \"rhea@example.com\"}");
        row("milo", "Milo Brandt", "release", "PAY-2", "rhea", "{}");
        row("milo", "Milo Brandt", "release", "PAY-2", null, "{\"x\": 1}");
        seal();
        refused("update audit_entries set reason = 'as if' where sequence = 1");
        erasure("ASKED", null);
        refused("update audit_entries set reason = 'as if' where sequence = 1");
        this.schema.jdbc().sql("update audit_erasures set state = 'CONFIRMED', decided_by = 'one'").update();
        refused("update audit_entries set reason = 'as if' where sequence = 1");
        this.schema.jdbc().sql("update audit_erasures set decided_by = 'two'").update();
        this.schema.jdbc()
            .sql("insert into audit_holds (kind, subject, reason, placed_by, placed_at) values ('PERSON', 'rhea', 'court', 'one', now())")
            .update();
        refused("update audit_entries set reason = 'as if' where sequence = 1");
        this.schema.jdbc().sql("update audit_holds set kind = 'RELEASE', subject = 'PAY-2'").update();
        refused("update audit_entries set reason = 'as if' where sequence = 24");
        refused("delete from audit_entries where sequence = 1");

        this.schema.jdbc().sql("call erase_audit_rows(1, 1, 1000)").update();
        assertThat(rows("actor = 'erased-1' and actor_name = 'Erased' and reason is null and release_key is null"))
            .isEqualTo(20);
        assertThat(rows("new_values = '{\"approver\": \"erased-1\", \"note\": \"rheas\"}' and actor = 'milo'"))
            .isEqualTo(1);
        assertThat(rows("subject = 'erased-1' and new_values = '{}' and reason is null and actor = 'milo'"))
            .isEqualTo(1);
        assertThat(rows("on_behalf_of = 'rhea'")).as("held").isEqualTo(1);
        assertThat(this.schema.jdbc().sql("select erased from audit_erasures").query(Long.class).single())
            .isEqualTo(22);
        assertThat(this.schema.jdbc()
            .sql("select count(*) from audit_leaves where salt is null")
            .query(Long.class)
            .single()).isEqualTo(22);
        seal();
        assertThat(whole()).isNull();

        this.schema.jdbc().sql("update audit_holds set lifted_at = now()").update();
        this.schema.jdbc().sql("call erase_audit_rows(1, 1, 1000)").update();
        assertThat(rows("on_behalf_of = 'erased-1' and actor_name = 'Milo Brandt' and reason = 'why'")).isEqualTo(1);
        assertThat(rows("new_values = '{\"x\": 1}' and reason = 'why'")).as("of others").isEqualTo(1);
        assertThat(whole()).isNull();
        this.schema.jdbc().sql("update audit_erasures set state = 'DONE'").update();
        refused("update audit_entries set reason = 'as if' where sequence = 1");
        this.schema.jdbc().sql("call erase_audit_rows(1, 1, 1000)").update();
        assertThat(this.schema.jdbc().sql("select erased from audit_erasures").query(Long.class).single())
            .isEqualTo(23);
    }

    /** Whoever may change the row may still not say what it becomes. */
    @Test
    void makesOfARowNothingButAnErasedOne() {
        this.schema.rows(2);
        erasure("CONFIRMED", "two");
        this.schema.jdbc()
            .sql("update audit_entries set actor = 'somebody-else', reason = 'as if', action = 'plan.approved', new_values = '{\"y\": 2}'")
            .update();
        assertThat(rows("actor = 'erased-1' and actor_name = 'Erased' and reason is null and action = 'plan.submitted'"
                + " and new_values = '{\"x\": 1.50}'"))
            .isEqualTo(2);
    }

    private void erasure(String state, String decidedBy) {
        this.schema.jdbc()
            .sql("""
                    insert into audit_erasures (state, person, pseudonym, reason, due_on, asked_by, asked_at, decided_by,
                                                next_sequence, erased)
                    values (:state, 'rhea', 'erased-1', 'asked for', '2026-11-30', 'one', now(), :decided, 0, 0)""")
            .param("state", state)
            .param("decided", decidedBy)
            .update();
    }

    private void refused(String statement) {
        assertThatExceptionOfType(DataAccessException.class).as(statement)
            .isThrownBy(() -> this.schema.jdbc().sql(statement).update())
            .withStackTraceContaining("append-only");
    }

    private long rows(String which) {
        return this.schema.jdbc().sql("select count(*) from audit_entries where " + which).query(Long.class).single();
    }

    private void row(String actor, String name, String kind, String subject, String behalf, String values) {
        this.schema.jdbc()
            .sql("""
                    insert into audit_entries (at, actor, actor_name, on_behalf_of, action, subject_type, subject,
                                               release_key, reason, old_values, new_values)
                    values (utc_timestamp(3), :actor, :name, :behalf, 'x.done', :kind, :subject, :key, 'why', '{}', :values)""")
            .param("actor", actor)
            .param("name", name)
            .param("behalf", behalf)
            .param("kind", kind)
            .param("subject", subject)
            .param("key", kind.equals("release") ? subject : null)
            .param("values", values)
            .update();
    }

    private void seal() {
        new Sealing(this.store, this.keys, Clock.fixed(Instant.parse("2026-11-30T10:00:00Z"), ZoneOffset.UTC),
                new JdbcTransactionManager(this.schema.source()))
            .seal();
    }

    private RecordCheck.Finding whole() {
        return new RecordCheck(this.store, this.keys).run((looked) -> {
        });
    }

}
