package io.slipway.audit;

import java.time.Instant;
import java.util.Map;

import io.slipway.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit record.
 *
 * @param sequence its place in the record; gaps are rolled back acts
 * @param at when, UTC, milliseconds
 * @param actor user name of who did it, {@code system} for the portal itself
 * @param actorName the name to show, as it was then
 * @param token name of the token by which a tool did it for the actor, if one did
 * @param role the role in which it was done, if one counted
 * @param onBehalfOf user name of the person for whom it was done, if not oneself
 * @param action what was done, such as {@code plan.submitted}
 * @param subjectType kind of thing it was done to
 * @param subject key of that thing
 * @param releaseKey key of the release it belongs to, if any
 * @param reason why, in the person's words, if given
 * @param oldValues the values before, by name, in the order of the names
 * @param newValues the values after, by name, in the order of the names
 * @param madeForDemo whether nobody did it: the demo profile made it
 * @param act number of the act that it belongs to: what was written together; null where
 * it was written before acts were told apart
 */
public record AuditEntry(long sequence, Instant at, String actor, String actorName, @Nullable String token,
        @Nullable Role role, @Nullable String onBehalfOf, String action, String subjectType, String subject,
        @Nullable String releaseKey, @Nullable String reason, Map<String, String> oldValues,
        Map<String, String> newValues, boolean madeForDemo, @Nullable Long act) {

    /** The value of a field after, or before where there is none after; empty if none. */
    public String value(String field) {
        return this.newValues.getOrDefault(field, this.oldValues.getOrDefault(field, ""));
    }

    /** Whether the portal itself acted. */
    public boolean bySystem() {
        return "system".equals(this.actor);
    }

}
