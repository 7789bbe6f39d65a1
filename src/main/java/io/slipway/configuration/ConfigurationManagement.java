package io.slipway.configuration;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.ui.InvalidInputException;
import io.slipway.ui.KeyPage;
import io.slipway.ui.NotFoundException;
import io.slipway.ui.StaleFormException;
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

    private static final Pattern KEY = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,62}[a-z0-9])?");

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
     * @return the items, by key
     */
    @Transactional(readOnly = true)
    public List<ItemSummary> find(Collection<String> keys) {
        return this.queries.find(keys);
    }

    /**
     * Finds services in use by their names, as plans call them; case does not matter.
     * @param names the names; unknown ones are left out
     * @return the services, by key
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
     * @return the page, by key
     */
    @Transactional(readOnly = true)
    public KeyPage<ItemSummary> list(ItemQuery query) {
        return this.queries.list(query);
    }

    /**
     * Finds an item.
     * @param key its key; refuses an unknown one with a {@code NotFoundException}
     * @return the item
     */
    @Transactional(readOnly = true)
    public ItemDetails get(String key) {
        return item(key).details();
    }

    /**
     * Registers an item. Refuses a key or a name that is taken or misshapen, and an owner
     * who does not exist.
     * @param key its key: 1 to 64 lower-case letters, digits, dots and hyphens
     * @param profile what it is
     */
    @PreAuthorize(KEEPER)
    public void register(String key, ItemProfile profile) {
        if (!KEY.matcher(key).matches()) {
            throw new InvalidInputException("key", "configuration.key.misshapen");
        }
        if (this.items.findByKey(key).isPresent()) {
            throw new InvalidInputException("key", "configuration.key.taken", key);
        }
        check(profile, null);
        ConfigurationItem item = this.items.saveAndFlush(new ConfigurationItem(key, profile));
        record(JournalEntry.of("item.registered", "item", key).with(item.facts()));
    }

    /**
     * Changes an item. Refuses a stale version, a name that is taken, an owner who does
     * not exist, and a retired item.
     * @param key its key
     * @param version the version on which the change was made
     * @param profile the new values
     */
    @PreAuthorize(KEEPER)
    public void change(String key, int version, ItemProfile profile) {
        ConfigurationItem item = item(key);
        if (item.version() != version) {
            throw new StaleFormException("/configuration/" + key + "/edit", shown(item.details().profile()),
                    shown(profile));
        }
        if (!item.active()) {
            throw new InvalidInputException("", "configuration.retired", key);
        }
        check(profile, item);
        TreeMap<String, Object> before = item.facts();
        item.change(profile);
        this.items.flush();
        TreeMap<String, Object> after = item.facts();
        if (!before.equals(after)) {
            record(JournalEntry.of("item.changed", "item", key).change(before, after));
        }
    }

    /**
     * Takes an item out of use; does nothing if it is so already.
     * @param key its key
     * @param reason why, 1 to 500 characters
     */
    @PreAuthorize(KEEPER)
    public void retire(String key, String reason) {
        ConfigurationItem item = item(key);
        if (reason.isBlank() || reason.length() > 500) {
            throw new InvalidInputException("reason", "configuration.reason.missing");
        }
        if (item.active()) {
            item.retire();
            record(JournalEntry.of("item.retired", "item", key).because(reason));
        }
    }

    /**
     * Brings a retired item back into use; does nothing if it is so already.
     * @param key its key
     */
    @PreAuthorize(KEEPER)
    public void reinstate(String key) {
        ConfigurationItem item = item(key);
        if (!item.active()) {
            item.reinstate();
            record(JournalEntry.of("item.reinstated", "item", key));
        }
    }

    private void check(ItemProfile profile, @Nullable ConfigurationItem self) {
        Optional<ConfigurationItem> other = this.items.findByTypeAndName(profile.type(), profile.name());
        if (other.isPresent() && other.get() != self) {
            throw new InvalidInputException("name", "configuration.name.taken", other.get().details().item().key());
        }
        if (this.people.find(profile.owner()).filter(PersonSummary::enabled).isEmpty()) {
            throw new InvalidInputException("owner", "configuration.owner.unknown", profile.owner());
        }
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
        values.put("configuration.type", profile.type().name());
        values.put("configuration.criticality", profile.criticality().name());
        values.put("configuration.owner", profile.owner());
        values.put("configuration.description", profile.description());
        return values;
    }

}
