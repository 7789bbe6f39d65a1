package io.slipway.deployment.environment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemSummary;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the environments that are kept, in the transaction of the caller.
 */
@Component
class EnvironmentRows {

    private static final KeyOrder<Row> ORDER = KeyOrder.<Row>ascending()
        .number("position", Row::position)
        .text("environment", Row::environment);

    private final JdbcClient jdbc;

    private final ConfigurationManagement configuration;

    EnvironmentRows(JdbcClient jdbc, ConfigurationManagement configuration) {
        this.jdbc = jdbc;
        this.configuration = configuration;
    }

    KeyPage<EnvironmentDetails> list(String from) {
        KeyPage<Row> page = ORDER.page(this.jdbc, "select * from environments", Clause.NONE, from, Row.class);
        return new KeyPage<>(details(page.rows()), page.next());
    }

    /** Refuses an unknown one, with a {@code NotFoundException}. */
    EnvironmentDetails get(String key) {
        return details(List.of(row(key))).get(0);
    }

    /** What a deployment into an environment has to know, in one statement. */
    Optional<EnvironmentClaim> claim(String environment, String release, Instant now) {
        return this.jdbc.sql("""
                select e.environment, e.comes_after, e.ready_days, e.ready_at, e.ready_by,
                       h.release_key held_for, h.purpose held_purpose, h.asked_by held_by, h.held_at,
                       b.release_key booked_for, b.purpose booked_purpose, b.booked_by, b.ends_at booked_until
                  from environments e
                  left join environment_holds h on h.environment = e.environment and h.held = true
                   and not h.release_key <=> :release
                  left join environment_bookings b on b.environment = e.environment and b.cancelled = false and b.alone
                   and b.starts_at <= :now and b.ends_at > :now and not b.release_key <=> :release
                 where e.environment = :environment order by b.ends_at limit 1""")
            .param("environment", environment)
            .param("release", release)
            .param("now", now)
            .query(EnvironmentClaim.class)
            .optional();
    }

    /** Lets nobody else change who has an environment until the transaction ends. */
    void lock(String key) {
        this.jdbc.sql("select environment from environments where environment = :key for update")
            .param("key", key)
            .query(String.class)
            .optional()
            .orElseThrow(() -> missing(key));
    }

    private List<EnvironmentDetails> details(List<Row> rows) {
        List<String> keys = rows.stream().map(Row::environment).toList();
        Map<String, ItemSummary> items = this.configuration.find(keys)
            .stream()
            .collect(Collectors.toMap(ItemSummary::key, Function.identity()));
        Map<String, List<EnvironmentHold>> queues = keys.isEmpty() ? Map.of()
                : Clause.of("select * from environment_holds")
                    .where(Clause.in("environment", keys).and("queued = true"))
                    .append(" order by environment, id")
                    .on(this.jdbc)
                    .query(EnvironmentHold.class)
                    .list()
                    .stream()
                    .collect(Collectors.groupingBy(EnvironmentHold::environment));
        return rows.stream()
            .map((row) -> row.details(Objects.requireNonNull(items.get(row.environment())),
                    queues.getOrDefault(row.environment(), List.of())))
            .toList();
    }

    /** Those of some names that are kept as environments. */
    List<String> kept(Collection<String> keys) {
        return Clause.of("select environment from environments")
            .where(Clause.in("environment", keys))
            .on(this.jdbc)
            .query(String.class)
            .list();
    }

    /** The place of an environment on the way to production, if it is kept. */
    Optional<Integer> position(String key) {
        return Clause.of("select position from environments")
            .where(Clause.equal("environment", key))
            .on(this.jdbc)
            .query(Integer.class)
            .optional();
    }

    private Row row(String key) {
        return Clause.of("select * from environments")
            .where(Clause.equal("environment", key))
            .on(this.jdbc)
            .query(Row.class)
            .optional()
            .orElseThrow(() -> missing(key));
    }

    private static NotFoundException missing(String key) {
        return new NotFoundException("environment", key);
    }

    private record Row(String environment, int version, EnvironmentKind kind, boolean production, int position,
            String zone, @Nullable String partner, @Nullable String comesAfter, int readyDays,
            @Nullable Instant readyAt, @Nullable String readyBy, @Nullable String readyNote) {

        EnvironmentProfile profile() {
            return new EnvironmentProfile(this.kind, this.production, this.position, this.zone,
                    (this.partner != null) ? this.partner : "", (this.comesAfter != null) ? this.comesAfter : "",
                    this.readyDays);
        }

        EnvironmentDetails details(ItemSummary item, List<EnvironmentHold> queue) {
            EnvironmentDetails.@Nullable Confirmed ready = (this.readyAt != null && this.readyBy != null)
                    ? new EnvironmentDetails.Confirmed(this.readyBy, this.readyAt,
                            (this.readyNote != null) ? this.readyNote : "")
                    : null;
            EnvironmentHold holder = queue.stream().filter(EnvironmentHold::holding).findFirst().orElse(null);
            return new EnvironmentDetails(item, profile(), ready, holder, queue.size() - ((holder != null) ? 1 : 0),
                    this.version);
        }

    }

}
