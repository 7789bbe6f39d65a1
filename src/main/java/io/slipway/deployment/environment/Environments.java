package io.slipway.deployment.environment;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemStatus;
import io.slipway.configuration.ItemSummary;
import io.slipway.configuration.ItemType;
import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.input.StaleFormException;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps environments: what each is for, where it stands on the way to production, and
 * whether somebody confirmed that it is ready. Everybody reads them; deployment managers
 * keep them. What it is called, and who owns it, says its configuration item.
 */
@Service
@Transactional
public class Environments {

    /** The longest note on readiness, and the longest reason. */
    static final int LONGEST = 1000;

    private static final int LAST_POSITION = 99;

    private static final int MOST_READY_DAYS = 365;

    private static final String KEEPER = "hasAuthority('deployment-manager')";

    private static final KeyOrder<Row> ORDER = KeyOrder.<Row>ascending()
        .number("position", Row::position)
        .text("environment", Row::environment);

    private final JdbcClient jdbc;

    private final ConfigurationManagement configuration;

    private final Journal journal;

    private final Clock clock;

    Environments(JdbcClient jdbc, ConfigurationManagement configuration, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.configuration = configuration;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Makes an environment of a configuration item. Refuses, at the field, an item that
     * is not an environment in use, one that is kept already, and a profile that
     * {@link #change} would refuse.
     */
    @PreAuthorize(KEEPER)
    public void register(String key, EnvironmentProfile profile) {
        InputCheck check = new InputCheck();
        Optional<ItemSummary> item = this.configuration.find(List.of(key)).stream().findFirst();
        check.refuseIf(key.isEmpty(), "key", "deployment.environment.key.missing");
        check.refuseIf(item.filter(Environments::usable).isEmpty(), "key", "deployment.environment.key.unknown", key);
        check(key, profile, check);
        check.finish();
        try {
            Clause
                .insert("environments", "environment", key, "version", 0, "kind", profile.kind(), "production",
                        profile.production(), "position", profile.position(), "zone", profile.zone(), "partner",
                        partner(profile), "ready_days", profile.readyDays())
                .on(this.jdbc)
                .update();
        }
        catch (DuplicateKeyException ex) {
            throw new InvalidInputException("key", "deployment.environment.key.taken", key);
        }
        record(JournalEntry.of("environment.registered", "environment", key).with(values(profile)));
    }

    /**
     * Changes an environment. Refuses a missing kind, a place that is not between 1 and
     * 99, an unknown time zone, a partner that is unknown or itself, and more than 365
     * days; with a {@code StaleFormException} if somebody else changed it.
     * @param version the version that was shown
     */
    @PreAuthorize(KEEPER)
    public void change(String key, int version, EnvironmentProfile profile) {
        Row row = row(key);
        Map<String, String> before = values(row.profile());
        if (row.version() != version) {
            throw new StaleFormException("/environments/" + key + "/edit", labels(before), labels(values(profile)));
        }
        InputCheck check = new InputCheck();
        check(key, profile, check);
        check.finish();
        int changed = Clause
            .update("environments", "kind", profile.kind(), "production", profile.production(), "position",
                    profile.position(), "zone", profile.zone(), "partner", partner(profile), "ready_days",
                    profile.readyDays(), "version", version + 1)
            .where(Clause.equal("environment", key).and("version = :shown", "shown", version))
            .on(this.jdbc)
            .update();
        if (changed == 0) {
            throw new StaleFormException("/environments/" + key + "/edit", labels(before), labels(values(profile)));
        }
        record(JournalEntry.of("environment.changed", "environment", key).change(before, values(profile)));
    }

    /**
     * States that an environment is ready for deployments, for as many days as it says.
     * @param note what was looked at, 1 to 1,000 characters
     */
    @PreAuthorize(KEEPER)
    public void confirmReady(String key, String note) {
        String seen = InputCheck.text("note", note, LONGEST, "deployment.environment.ready.note.missing");
        Row row = row(key);
        Act act = this.journal.act();
        Clause.update("environments", "ready_at", act.at(), "ready_by", act.by(), "ready_note", seen)
            .where(Clause.equal("environment", key))
            .on(this.jdbc)
            .update();
        record(JournalEntry.of("environment.confirmed", "environment", key)
            .with(Map.of("note", seen, "days", row.readyDays())));
    }

    /**
     * Takes back that an environment is ready. Refuses an empty reason, and one that
     * nobody confirmed.
     * @param reason why, 1 to 1,000 characters
     */
    @PreAuthorize(KEEPER)
    public void withdrawReady(String key, String reason) {
        String why = InputCheck.text("reason", reason, LONGEST, "deployment.environment.reason.missing");
        if (row(key).readyAt() == null) {
            throw new InvalidInputException("", "deployment.environment.ready.withdraw.none");
        }
        Clause.update("environments", "ready_at", null, "ready_by", null, "ready_note", null)
            .where(Clause.equal("environment", key))
            .on(this.jdbc)
            .update();
        record(JournalEntry.of("environment.withdrawn", "environment", key).because(why));
    }

    /**
     * An environment.
     * @param key its key; refuses an unknown one with a {@code NotFoundException}
     */
    @Transactional(readOnly = true)
    public EnvironmentDetails get(String key) {
        return details(List.of(row(key))).get(0);
    }

    /**
     * A page of the environments, those farthest from production first.
     * @param from where the page begins; text that nobody gave out begins anew
     */
    @Transactional(readOnly = true)
    public KeyPage<EnvironmentDetails> list(String from) {
        KeyPage<Row> page = ORDER.page(this.jdbc, "select * from environments", Clause.NONE, from, Row.class);
        return new KeyPage<>(details(page.rows()), page.next());
    }

    /**
     * The environments that nobody keeps yet, to choose from.
     * @return items in use, at most 50
     */
    @Transactional(readOnly = true)
    public List<ItemSummary> unkept() {
        List<ItemSummary> items = this.configuration.search("", ItemType.ENVIRONMENT);
        List<String> kept = kept(items.stream().map(ItemSummary::key).toList());
        return items.stream().filter((item) -> !kept.contains(item.key())).toList();
    }

    /**
     * What a deployment into an environment has to know, in one statement.
     * @param release the release that wants to go there
     * @return nothing if nobody keeps the environment
     */
    @Transactional(readOnly = true)
    public Optional<Claim> claim(String environment, String release) {
        return this.jdbc.sql("""
                select e.environment, e.ready_days, e.ready_at, e.ready_by,
                       h.release_key held_for, h.purpose held_purpose, h.asked_by held_by, h.held_at,
                       b.release_key booked_for, b.purpose booked_purpose, b.booked_by, b.ends_at booked_until
                  from environments e
                  left join environment_holds h on h.environment = e.environment and h.held
                   and not h.release_key <=> :release
                  left join environment_bookings b on b.environment = e.environment and not b.cancelled and b.alone
                   and b.starts_at <= :now and b.ends_at > :now and not b.release_key <=> :release
                 where e.environment = :environment order by b.ends_at limit 1""")
            .param("environment", environment)
            .param("release", release)
            .param("now", this.clock.instant())
            .query(Claim.class)
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
                    .where(Clause.in("environment", keys).and("queued"))
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

    private void check(String key, EnvironmentProfile profile, InputCheck check) {
        check.given("kind", profile.kind(), "deployment.environment.kind.missing");
        check.between("position", profile.position(), 1, LAST_POSITION);
        check.between("readyDays", profile.readyDays(), 0, MOST_READY_DAYS);
        check.refuseIf(!zone(profile.zone()), "zone", "deployment.environment.zone.unknown", profile.zone());
        check.refuseIf(profile.partner().equals(key), "partner", "deployment.environment.partner.itself");
        check.refuseIf(!profile.partner().isEmpty() && kept(List.of(profile.partner())).isEmpty(), "partner",
                "deployment.environment.partner.unknown", profile.partner());
    }

    private static boolean zone(String id) {
        try {
            ZoneId.of(id);
            return true;
        }
        catch (DateTimeException ex) {
            return false;
        }
    }

    /** Those of some names that are kept as environments. */
    @Transactional(readOnly = true)
    public List<String> kept(Collection<String> keys) {
        return Clause.of("select environment from environments")
            .where(Clause.in("environment", keys))
            .on(this.jdbc)
            .query(String.class)
            .list();
    }

    private Row row(String key) {
        return Clause.of("select * from environments")
            .where(Clause.equal("environment", key))
            .on(this.jdbc)
            .query(Row.class)
            .optional()
            .orElseThrow(() -> missing(key));
    }

    private void record(JournalEntry entry) {
        this.journal.record(entry.as(Role.DEPLOYMENT_MANAGER));
    }

    private static boolean usable(ItemSummary item) {
        return item.type() == ItemType.ENVIRONMENT && item.status() != ItemStatus.RETIRED;
    }

    private static @Nullable String partner(EnvironmentProfile profile) {
        return profile.partner().isEmpty() ? null : profile.partner();
    }

    private static Map<String, String> values(EnvironmentProfile profile) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kind", String.valueOf(profile.kind()));
        values.put("production", Boolean.toString(profile.production()));
        values.put("position", Integer.toString(profile.position()));
        values.put("zone", profile.zone());
        values.put("partner", profile.partner());
        values.put("readyDays", Integer.toString(profile.readyDays()));
        return values;
    }

    private static Map<String, String> labels(Map<String, String> values) {
        Map<String, String> labels = new LinkedHashMap<>();
        values.forEach((name, value) -> labels.put("deployment.environment.field." + name, value));
        return labels;
    }

    static NotFoundException missing(String key) {
        return new NotFoundException("environment", key);
    }

    /**
     * What is in the way of a deployment into an environment, or speaks for it.
     *
     * @param readyDays how long a confirmation holds; 0 if none is asked
     * @param readyAt when it was confirmed, UTC
     * @param heldFor the other release that has it to itself, if it is one
     * @param heldPurpose what for; null if nobody else has it
     * @param heldBy user name of who asked for it
     * @param heldAt since when, UTC
     * @param bookedFor the other release for which it is booked now, if it is one
     * @param bookedPurpose what for; null if nobody else booked it
     * @param bookedUntil until when, UTC
     */
    public record Claim(String environment, int readyDays, @Nullable Instant readyAt, @Nullable String readyBy,
            @Nullable String heldFor, @Nullable String heldPurpose, @Nullable String heldBy, @Nullable Instant heldAt,
            @Nullable String bookedFor, @Nullable String bookedPurpose, @Nullable String bookedBy,
            @Nullable Instant bookedUntil) {
    }

    private record Row(String environment, int version, EnvironmentKind kind, boolean production, int position,
            String zone, @Nullable String partner, int readyDays, @Nullable Instant readyAt, @Nullable String readyBy,
            @Nullable String readyNote) {

        EnvironmentProfile profile() {
            return new EnvironmentProfile(this.kind, this.production, this.position, this.zone,
                    (this.partner != null) ? this.partner : "", this.readyDays);
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
