package io.slipway.configuration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the register from becoming a ghost town: who last confirmed that a record is
 * right, and which nobody has confirmed for too long.
 */
@Service
@Transactional
@EnableConfigurationProperties(RegisterProperties.class)
public class VerificationManagement {

    /** The most items that are confirmed at once. */
    public static final int MOST_AT_ONCE = 200;

    /** Counts look at no more stale items than that, those first that are longest so. */
    public static final int MOST_COUNTED = 10_000;

    static final String COUNTS = """
            select type, owner, count(*) as items, min(confirmed_at) as oldest
              from (select type, owner, confirmed_at from configuration_items
                     where active = true and confirmed_at < :limit
                     order by confirmed_at, item_key limit :most) s
             group by type, owner""";

    private final ItemRepository items;

    private final ItemQueries queries;

    private final JdbcClient jdbc;

    private final Journal journal;

    private final Clock clock;

    private final RegisterProperties properties;

    VerificationManagement(ItemRepository items, ItemQueries queries, JdbcClient jdbc, Journal journal, Clock clock,
            RegisterProperties properties) {
        this.items = items;
        this.queries = queries;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * The instant before which a confirmation is too old.
     * @return now less the time for which the setting trusts a confirmation
     */
    public Instant staleBefore() {
        return this.clock.instant().minus(this.properties.staleAfter());
    }

    /**
     * For how many days a confirmation is trusted.
     * @return whole days
     */
    public long trustedDays() {
        return this.properties.staleAfter().toDays();
    }

    /**
     * Whether nobody has confirmed an item for too long; what is retired is never stale.
     */
    public boolean stale(ItemSummary item) {
        Instant confirmed = item.confirmedAt();
        return item.status() != ItemStatus.RETIRED && (confirmed == null || confirmed.isBefore(staleBefore()));
    }

    /**
     * States that the records of some items are right, as the person who is signed in has
     * seen. Each item has a result of its own; one that cannot be confirmed keeps none of
     * the others from it. Refuses everybody but configuration managers, no items, and
     * more than {@value #MOST_AT_ONCE}.
     * @return what became of each, in the same order
     */
    @PreAuthorize("hasAuthority('configuration-manager')")
    public List<Confirmation> confirm(Collection<String> keys) {
        LinkedHashSet<String> wanted = keys.stream()
            .map((key) -> key.strip().toLowerCase(Locale.ROOT))
            .filter((key) -> !key.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
        if (wanted.isEmpty() || wanted.size() > MOST_AT_ONCE) {
            throw new InvalidInputException("keys", "configuration.confirm.none", MOST_AT_ONCE);
        }
        Map<String, ConfigurationItem> found = this.items.findByKeyIn(wanted)
            .stream()
            .collect(Collectors.toMap(ConfigurationItem::key, Function.identity()));
        Act act = this.journal.act();
        List<Confirmation> results = new ArrayList<>();
        for (String key : wanted) {
            ConfigurationItem item = found.get(key);
            boolean possible = item != null && item.status() != ItemStatus.RETIRED;
            if (item != null && possible) {
                item.confirm(act);
                this.journal
                    .record(JournalEntry.of("item.confirmed", "item", item.key()).as(Role.CONFIGURATION_MANAGER));
            }
            results.add(new Confirmation(key, possible ? Confirmation.Outcome.CONFIRMED
                    : ((item != null) ? Confirmation.Outcome.RETIRED : Confirmation.Outcome.UNKNOWN)));
        }
        this.items.flush();
        return results;
    }

    /**
     * What became stale, by type and owner; those first that are longest so.
     * @return the groups, counted among at most {@value #MOST_COUNTED} items
     */
    @Transactional(readOnly = true)
    public List<GhostTown> ghostTowns() {
        return this.jdbc.sql(COUNTS + " order by oldest, items desc, type, owner limit 200")
            .param("limit", staleBefore())
            .param("most", MOST_COUNTED)
            .query(GhostTown.class)
            .list();
    }

    /**
     * A page of stale items, those first that are longest so.
     * @param type what kind of thing; null for all
     * @param owner user name of who answers for them; blank for all
     * @param from the cursor of the page before, empty for the first page
     */
    @Transactional(readOnly = true)
    public KeyPage<ItemSummary> stale(@Nullable ItemType type, String owner, String from) {
        return this.queries.stale(type, owner, from, staleBefore());
    }

}
