package io.slipway.audit.export;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.audit.AuditEntry;
import io.slipway.audit.KeptValues;
import io.slipway.identity.Role;
import io.slipway.sql.Json;
import org.jspecify.annotations.Nullable;

/**
 * A row of the record as it is kept, its values as the text that is stored.
 */
record RecordRow(long sequence, Instant at, String actor, String actorName, @Nullable String token,
        @Nullable String role, @Nullable String onBehalfOf, String action, String subjectType, String subject,
        @Nullable String releaseKey, @Nullable String reason, String oldValues, String newValues, boolean madeForDemo) {

    static final String SELECT = "select sequence, at, actor, actor_name, token, role, on_behalf_of, action,"
            + " subject_type, subject, release_key, reason, old_values, new_values, made_for_demo from audit_entries";

    private static final String NOTHING = "{}";

    private static final TypeReference<Map<String, JsonNode>> VALUES = new TypeReference<>() {
    };

    /** The row with its values read. */
    AuditEntry entry() {
        return new AuditEntry(this.sequence, this.at, this.actor, this.actorName, this.token,
                (this.role != null) ? Role.of(this.role).orElse(null) : null, this.onBehalfOf, this.action,
                this.subjectType, this.subject, this.releaseKey, this.reason, values(this.oldValues),
                values(this.newValues), this.madeForDemo, null);
    }

    private static Map<String, String> values(String kept) {
        return kept.equals(NOTHING) ? Map.of() : KeptValues.of(Json.read(kept, VALUES));
    }

}
