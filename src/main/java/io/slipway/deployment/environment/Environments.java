package io.slipway.deployment.environment;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
import io.slipway.input.StaleFormException;
import io.slipway.sql.Clause;
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

    private final EnvironmentRows rows;

    private final JdbcClient jdbc;

    private final ConfigurationManagement configuration;

    private final Journal journal;

    private final Clock clock;

    Environments(EnvironmentRows rows, JdbcClient jdbc, ConfigurationManagement configuration, Journal journal,
            Clock clock) {
        this.rows = rows;
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
                        other(profile.partner()), "comes_after", other(profile.comesAfter()), "ready_days",
                        profile.readyDays())
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
     * days, and an environment to be verified in first that does not stand before it;
     * with a {@code StaleFormException} if somebody else changed it.
     * @param version the version that was shown
     */
    @PreAuthorize(KEEPER)
    public void change(String key, int version, EnvironmentProfile profile) {
        EnvironmentDetails kept = this.rows.get(key);
        Map<String, String> before = values(kept.profile());
        if (kept.version() != version) {
            throw new StaleFormException("/environments/" + key + "/edit", labels(before), labels(values(profile)));
        }
        InputCheck check = new InputCheck();
        check(key, profile, check);
        check.finish();
        int changed = Clause
            .update("environments", "kind", profile.kind(), "production", profile.production(), "position",
                    profile.position(), "zone", profile.zone(), "partner", other(profile.partner()), "comes_after",
                    other(profile.comesAfter()), "ready_days", profile.readyDays(), "version", version + 1)
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
        EnvironmentDetails kept = this.rows.get(key);
        Act act = this.journal.act();
        Clause.update("environments", "ready_at", act.at(), "ready_by", act.by(), "ready_note", seen)
            .where(Clause.equal("environment", key))
            .on(this.jdbc)
            .update();
        record(JournalEntry.of("environment.confirmed", "environment", key)
            .with(Map.of("note", seen, "days", kept.profile().readyDays())));
    }

    /**
     * Takes back that an environment is ready. Refuses an empty reason, and one that
     * nobody confirmed.
     * @param reason why, 1 to 1,000 characters
     */
    @PreAuthorize(KEEPER)
    public void withdrawReady(String key, String reason) {
        String why = InputCheck.text("reason", reason, LONGEST, "deployment.environment.reason.missing");
        if (this.rows.get(key).ready() == null) {
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
        return this.rows.get(key);
    }

    /**
     * A page of the environments, those farthest from production first.
     * @param from where the page begins; text that nobody gave out begins anew
     */
    @Transactional(readOnly = true)
    public KeyPage<EnvironmentDetails> list(String from) {
        return this.rows.list(from);
    }

    /**
     * The environments that nobody keeps yet, to choose from.
     * @return items in use, at most 50
     */
    @Transactional(readOnly = true)
    public List<ItemSummary> unkept() {
        List<ItemSummary> items = this.configuration.search("", ItemType.ENVIRONMENT);
        List<String> kept = this.rows.kept(items.stream().map(ItemSummary::key).toList());
        return items.stream().filter((item) -> !kept.contains(item.key())).toList();
    }

    /**
     * What a deployment into an environment has to know, in one statement.
     * @param release the release that wants to go there
     * @return nothing if nobody keeps the environment
     */
    @Transactional(readOnly = true)
    public Optional<EnvironmentClaim> claim(String environment, String release) {
        return this.rows.claim(environment, release, this.clock.instant());
    }

    /** Those of some names that are kept as environments. */
    @Transactional(readOnly = true)
    public List<String> kept(Collection<String> keys) {
        return this.rows.kept(keys);
    }

    private void check(String key, EnvironmentProfile profile, InputCheck check) {
        check.given("kind", profile.kind(), "deployment.environment.kind.missing");
        check.between("position", profile.position(), 1, LAST_POSITION);
        check.between("readyDays", profile.readyDays(), 0, MOST_READY_DAYS);
        check.refuseIf(!zone(profile.zone()), "zone", "deployment.environment.zone.unknown", profile.zone());
        check.refuseIf(profile.partner().equals(key), "partner", "deployment.environment.partner.itself");
        check.refuseIf(!profile.partner().isEmpty() && this.rows.kept(List.of(profile.partner())).isEmpty(), "partner",
                "deployment.environment.partner.unknown", profile.partner());
        check.refuseIf(!profile.comesAfter().isEmpty() && !before(profile), "comesAfter",
                "deployment.environment.comesAfter.unknown", profile.comesAfter());
    }

    /** Whether what comes before it stands before it: so no path ends where it began. */
    private boolean before(EnvironmentProfile profile) {
        return this.rows.position(profile.comesAfter()).filter((position) -> position < profile.position()).isPresent();
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

    private void record(JournalEntry entry) {
        this.journal.record(entry.as(Role.DEPLOYMENT_MANAGER));
    }

    private static boolean usable(ItemSummary item) {
        return item.type() == ItemType.ENVIRONMENT && item.status() != ItemStatus.RETIRED;
    }

    private static @Nullable String other(String key) {
        return key.isEmpty() ? null : key;
    }

    private static Map<String, String> values(EnvironmentProfile profile) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kind", String.valueOf(profile.kind()));
        values.put("production", Boolean.toString(profile.production()));
        values.put("position", Integer.toString(profile.position()));
        values.put("zone", profile.zone());
        values.put("partner", profile.partner());
        values.put("comesAfter", profile.comesAfter());
        values.put("readyDays", Integer.toString(profile.readyDays()));
        return values;
    }

    private static Map<String, String> labels(Map<String, String> values) {
        Map<String, String> labels = new LinkedHashMap<>();
        values.forEach((name, value) -> labels.put("deployment.environment.field." + name, value));
        return labels;
    }

}
