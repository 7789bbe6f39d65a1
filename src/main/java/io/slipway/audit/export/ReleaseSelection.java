package io.slipway.audit.export;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import io.slipway.policy.ReleaseType;
import io.slipway.release.ReleaseStatus;
import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

/**
 * Which releases are asked for: those that were under way at any time of a period. What
 * is empty does not count.
 *
 * @param key key of the only one
 * @param service a service they touch
 * @param since begin of the period, UTC; null for the beginning
 * @param until end of the period, UTC, exclusive; null for now
 */
public record ReleaseSelection(String key, @Nullable ReleaseType type, String service, @Nullable ReleaseStatus status,
        @Nullable Instant since, @Nullable Instant until) {

    /** Every release. */
    public static final ReleaseSelection ALL = new ReleaseSelection("", null, "", null, null, null);

    /** The condition on releases {@code r}. */
    Clause condition() {
        Clause condition = Clause.given("r.release_key", this.key)
            .and(Clause.given("r.type", this.type))
            .and(Clause.given("r.status", this.status));
        if (!this.service.isEmpty()) {
            condition = condition.and(
                    "exists (select 1 from release_services t where t.release_id = r.id and t.service = :service)",
                    "service", this.service);
        }
        if (this.since != null) {
            condition = condition.and("(r.ended_at is null or r.ended_at >= :since)", "since", this.since);
        }
        return (this.until != null) ? condition.and("r.registered_at < :until", "until", this.until) : condition;
    }

    /** The selection as it is recorded: what was asked for, by name. */
    Map<String, String> parameters() {
        TreeMap<String, String> asked = new TreeMap<>();
        condition().values()
            .forEach((name, value) -> asked.put(name.equals("release_key") ? "release" : name, String.valueOf(value)));
        return asked;
    }

}
