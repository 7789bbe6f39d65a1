package io.slipway.audit.export;

import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.audit.AuditEntry;
import io.slipway.audit.KeptValues;
import io.slipway.audit.chain.SealedRow;
import io.slipway.identity.Role;
import io.slipway.sql.Json;

/**
 * A row of the record on its way out.
 *
 * @param kept as it is kept
 */
record RecordRow(SealedRow kept) {

    static final String SELECT = "select sequence, at, actor, actor_name, token, role, on_behalf_of, action,"
            + " subject_type, subject, release_key, reason, old_values, new_values, made_for_demo from audit_entries";

    private static final String NOTHING = "{}";

    private static final TypeReference<Map<String, JsonNode>> VALUES = new TypeReference<>() {
    };

    /** The key of its release; empty if it belongs to none. */
    String release() {
        return (this.kept.releaseKey() != null) ? this.kept.releaseKey() : "";
    }

    /** Whether the portal itself acted. */
    boolean bySystem() {
        return this.kept.actor().equals("system");
    }

    /** One value; most rows have none of that name, and are not read for it. */
    String value(String name) {
        String quoted = '"' + name + '"';
        return (this.kept.newValues().contains(quoted) || this.kept.oldValues().contains(quoted)) ? entry().value(name)
                : "";
    }

    /** The row with its values read. */
    AuditEntry entry() {
        return new AuditEntry(this.kept.sequence(), this.kept.at(), this.kept.actor(), this.kept.actorName(),
                this.kept.token(), (this.kept.role() != null) ? Role.of(this.kept.role()).orElse(null) : null,
                this.kept.onBehalfOf(), this.kept.action(), this.kept.subjectType(), this.kept.subject(),
                this.kept.releaseKey(), this.kept.reason(), values(this.kept.oldValues()),
                values(this.kept.newValues()), this.kept.madeForDemo(), null);
    }

    private static Map<String, String> values(String kept) {
        return kept.equals(NOTHING) ? Map.of() : KeptValues.of(Json.read(kept, VALUES));
    }

}
