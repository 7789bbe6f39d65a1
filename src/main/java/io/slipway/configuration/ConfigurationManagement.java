package io.slipway.configuration;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.input.StaleFormException;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of configuration items: everybody reads it, configuration managers keep
 * it. Nothing is deleted; what is no longer in use is retired.
 */
@Service
@Transactional
public class ConfigurationManagement {

    /** The most items that a search for a picker gives. */
    public static final int MOST_FOUND = 50;

    private static final int CHUNK = 1000;

    /** The most characters of a reason. */
    public static final int REASON = 500;

    private static final String ITEM = "item";

    private static final String KEEPER = "hasAuthority('configuration-manager')";

    private final ItemRepository items;

    private final ItemQueries queries;

    private final PersonDirectory people;

    private final Journal journal;

    ConfigurationManagement(ItemRepository items, ItemQueries queries, PersonDirectory people, Journal journal) {
        this.items = items;
        this.queries = queries;
        this.people = people;
        this.journal = journal;
    }

    /**
     * Finds items by their keys, retired ones too.
     * @param keys their keys; unknown ones are left out
     */
    @Transactional(readOnly = true)
    public List<ItemSummary> find(Collection<String> keys) {
        return this.queries.find(keys);
    }

    /**
     * Finds services in use by their names, as plans call them; case does not matter.
     * @param names the names; unknown ones are left out
     */
    @Transactional(readOnly = true)
    public List<ItemSummary> services(Collection<String> names) {
        return this.queries.services(names);
    }

    /**
     * Searches the items in use for a picker.
     * @param text beginning of the key or of the name; blank for the first ones
     * @param type what kind of thing; null for all
     * @return at most {@value #MOST_FOUND} items, by key
     */
    @Transactional(readOnly = true)
    public List<ItemSummary> search(String text, @Nullable ItemType type) {
        return this.queries.search(new ItemQuery(text, type, "", false, ""), MOST_FOUND);
    }

    /**
     * A page of the register.
     * @param query its filters and where the page begins
     */
    @Transactional(readOnly = true)
    public KeyPage<ItemSummary> list(ItemQuery query) {
        return this.queries.list(query);
    }

    /**
     * A large part of the register, for whoever reads all of it.
     * @param query its filters and where the part begins
     * @return at most 1,000 items, by key
     */
    @Transactional(readOnly = true)
    public KeyPage<ItemSummary> chunk(ItemQuery query) {
        List<ItemSummary> rows = this.queries.search(query, CHUNK);
        return new KeyPage<>(rows, (rows.size() < CHUNK) ? null : rows.get(CHUNK - 1).key());
    }

    /**
     * Finds items by their names, of any type, retired ones too; case does not matter.
     * @param names the names; unknown ones are left out
     */
    @Transactional(readOnly = true)
    public List<ItemSummary> named(Collection<String> names) {
        return this.queries.named(names);
    }

    /**
     * Finds an item.
     * @param key its key; refuses an unknown one with a {@code NotFoundException}
     */
    @Transactional(readOnly = true)
    public ItemDetails get(String key) {
        return item(key).details();
    }

    /**
     * The full records of some items, retired ones too.
     * @param keys their keys; unknown ones are left out
     */
    @Transactional(readOnly = true)
    public List<ItemDetails> details(Collection<String> keys) {
        return this.queries.details(keys);
    }

    /**
     * Registers an item that is in use. Refuses a key or a name that is taken or
     * misshapen, an owner who does not exist, and what {@link ItemRules} refuse.
     * @param key its key: 1 to 64 lower-case letters, digits, dots and hyphens
     */
    @PreAuthorize(KEEPER)
    public void register(String key, ItemProfile profile) {
        register(key, profile, ItemStatus.LIVE);
    }

    /**
     * Registers an item, which counts as confirmed by whoever does so. Refuses a key or a
     * name that is taken or misshapen, an owner who does not exist, what
     * {@link ItemRules} refuse, and a retired one.
     * @param key its key: 1 to 64 lower-case letters, digits, dots and hyphens
     */
    @PreAuthorize(KEEPER)
    public void register(String key, ItemProfile profile, ItemStatus status) {
        check(key, profile, status).finish();
        record(JournalEntry.of("item.registered", ITEM, key).with(added(key, profile, status).facts()));
    }

    /**
     * Changes an item. Refuses a stale version, a name that is taken, an owner who does
     * not exist, what {@link ItemRules} refuse, and a retired item.
     * @param version the version on which the change was made
     */
    @PreAuthorize(KEEPER)
    public void change(String key, int version, ItemProfile profile) {
        ConfigurationItem item = item(key);
        if (item.version() != version) {
            throw new StaleFormException("/configuration/" + item.key() + "/edit", shown(item.details().profile()),
                    shown(profile));
        }
        if (item.status() == ItemStatus.RETIRED) {
            throw new InvalidInputException("", "configuration.retired", item.key());
        }
        InputCheck check = new InputCheck();
        check(profile, item, check);
        check.finish();
        TreeMap<String, Object> before = item.facts();
        item.change(profile);
        this.items.flush();
        TreeMap<String, Object> after = item.facts();
        after.entrySet().removeIf((fact) -> fact.getValue().equals(before.get(fact.getKey())));
        before.keySet().retainAll(after.keySet());
        if (!after.isEmpty()) {
            record(JournalEntry.of("item.changed", ITEM, item.key()).change(before, after));
        }
    }

    /**
     * Takes a planned item into use; does nothing if it is so already. Refuses a retired
     * one.
     */
    @PreAuthorize(KEEPER)
    public void goLive(String key) {
        ConfigurationItem item = item(key);
        if (item.status() == ItemStatus.RETIRED) {
            throw new InvalidInputException("", "configuration.retired", item.key());
        }
        if (item.status() == ItemStatus.PLANNED) {
            item.goLive();
            record(JournalEntry.of("item.live", ITEM, item.key()));
        }
    }

    /**
     * Takes an item out of use; does nothing if it is so already.
     * @param reason why, 1 to 500 characters
     */
    @PreAuthorize(KEEPER)
    public void retire(String key, String reason) {
        ConfigurationItem item = item(key);
        String why = InputCheck.text("reason", reason, REASON, "configuration.reason.missing");
        if (item.status() != ItemStatus.RETIRED) {
            item.retire();
            record(JournalEntry.of("item.retired", ITEM, item.key()).because(why));
        }
    }

    /** Brings a retired item back into use; does nothing if it is so already. */
    @PreAuthorize(KEEPER)
    public void reinstate(String key) {
        ConfigurationItem item = item(key);
        if (item.status() == ItemStatus.RETIRED) {
            item.reinstate();
            record(JournalEntry.of("item.reinstated", ITEM, item.key()));
        }
    }

    private ConfigurationItem added(String key, ItemProfile profile, ItemStatus status) {
        ConfigurationItem item = new ConfigurationItem(key, profile, status);
        item.confirm(this.journal.act());
        return this.items.saveAndFlush(item);
    }

    private InputCheck check(String key, ItemProfile profile, ItemStatus status) {
        InputCheck check = new InputCheck();
        ItemRules.key(key, check);
        check.refuseIf(this.items.findByKey(key).isPresent(), "key", "configuration.key.taken", key);
        check.refuseIf(status == ItemStatus.RETIRED, "status", "configuration.status.missing");
        check(profile, null, check);
        return check;
    }

    private void check(ItemProfile profile, @Nullable ConfigurationItem self, InputCheck check) {
        ItemRules.profile(profile, check);
        Optional<ConfigurationItem> other = check.sound("type")
                ? this.items.findByTypeAndName(profile.type(), profile.name()) : Optional.empty();
        check.refuseIf(other.isPresent() && other.get() != self, "name", "configuration.name.taken",
                other.map(ConfigurationItem::key).orElse(""));
        boolean kept = self != null && self.details().item().owner().equals(profile.owner());
        check.refuseIf(!kept && this.people.find(profile.owner()).filter(PersonSummary::enabled).isEmpty(), "owner",
                "configuration.owner.unknown", profile.owner());
    }

    private ConfigurationItem item(String key) {
        return this.items.findByKey(key.strip().toLowerCase(Locale.ROOT))
            .orElseThrow(() -> new NotFoundException("configuration item", key));
    }

    private void record(JournalEntry entry) {
        this.journal.record(entry.as(Role.CONFIGURATION_MANAGER));
    }

    private static Map<String, String> shown(ItemProfile profile) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("configuration.name", profile.name());
        values.put("configuration.type", Objects.toString(profile.type(), ""));
        values.put("configuration.criticality", Objects.toString(profile.criticality(), ""));
        values.put("configuration.owner", profile.owner());
        values.put("configuration.description", profile.description());
        values.put("configuration.edition", profile.edition());
        values.put("configuration.attributes", AttributeText.write(profile.attributes()));
        return values;
    }

}
