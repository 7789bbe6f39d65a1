package io.slipway.audit.chain;

import java.time.Instant;
import java.util.Optional;

import io.slipway.audit.chain.Integrity.Check;
import io.slipway.audit.chain.RecordCheck.Finding;
import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps how far looks at the whole record are, and what they found.
 */
@Component
class CheckStore {

    private final JdbcClient jdbc;

    CheckStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long begin(long size, String by, Instant at) {
        return Clause
            .insert("audit_checks", "started_at", at, "started_by", by, "seen_at", at, "size", size, "looked_at", 0)
            .insertedBy(this.jdbc);
    }

    void progress(long id, long looked, Instant at) {
        this.jdbc.sql("update audit_checks set looked_at = :looked, seen_at = :at where id = :id")
            .param("looked", looked)
            .param("at", at)
            .param("id", id)
            .update();
    }

    void end(long id, @Nullable Finding finding, Instant at) {
        this.jdbc
            .sql("update audit_checks set ended_at = :at, seen_at = :at, bad_index = :bad, problem = :problem"
                    + " where id = :id")
            .param("at", at)
            .param("bad", (finding != null) ? finding.index() : null)
            .param("problem", (finding != null) ? problem(finding) : null)
            .param("id", id)
            .update();
    }

    private static String problem(Finding finding) {
        String which = (finding.sequence() != null) ? String.valueOf(finding.sequence()) : finding.detail();
        return (finding.kind() + " " + which).strip();
    }

    Optional<Check> newest() {
        return this.jdbc.sql("select * from audit_checks order by id desc limit 1").query(Check.class).optional();
    }

}
