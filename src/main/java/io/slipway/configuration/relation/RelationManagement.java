package io.slipway.configuration.relation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemCause;
import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemStatus;
import io.slipway.configuration.ItemSummary;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The relations between configuration items: everybody reads them, configuration managers
 * keep them. Circles are allowed, since systems have them.
 */
@Service
@Transactional
public class RelationManagement {

    /** The most relations that begin at one item. */
    public static final int MOST = 5000;

    private static final String KEEPER = "hasAuthority('configuration-manager')";

    private final ConfigurationManagement configuration;

    private final RelationStore relations;

    private final Journal journal;

    RelationManagement(ConfigurationManagement configuration, RelationStore relations, Journal journal) {
        this.configuration = configuration;
        this.relations = relations;
        this.journal = journal;
    }

    /**
     * What an item needs.
     * @param from the cursor of the page before, empty for the first page
     * @return the relations that begin at it
     */
    @Transactional(readOnly = true)
    public KeyPage<RelatedItem> needs(String key, String from) {
        return KeyPage.of(this.relations.ends(key, true, from), RelatedItem::cursor);
    }

    /**
     * What needs an item.
     * @param from the cursor of the page before, empty for the first page
     * @return the relations that end at it
     */
    @Transactional(readOnly = true)
    public KeyPage<RelatedItem> neededBy(String key, String from) {
        return KeyPage.of(this.relations.ends(key, false, from), RelatedItem::cursor);
    }

    /**
     * The relations that begin at some items.
     * @return the relations of each that has any, by key
     */
    @Transactional(readOnly = true)
    public Map<String, SortedSet<RelationRef>> of(Collection<String> keys) {
        return this.relations.outgoing(keys);
    }

    /**
     * States that an item needs another. Refuses, at their fields, a missing kind, a
     * target that is missing, unknown, retired or the item itself, a relation that is
     * known, and more than {@value #MOST} of one item.
     * @param key key of the item
     * @param target key of the other
     */
    @PreAuthorize(KEEPER)
    public void add(String key, @Nullable RelationKind kind, String target) {
        ItemDetails source = this.configuration.get(key);
        if (!source.active()) {
            throw new InvalidInputException("", "configuration.retired", source.item().key());
        }
        String other = target.strip().toLowerCase(Locale.ROOT);
        List<ItemSummary> found = this.configuration.find(List.of(other));
        InputCheck check = new InputCheck();
        check.given("kind", kind, "configuration.relation.kind.missing");
        check.refuseIf(other.isEmpty(), "target", "configuration.relation.target.missing");
        check.refuseIf(found.isEmpty(), "target", "configuration.relation.unknown", other);
        check.refuseIf(other.equals(source.item().key()), "target", "configuration.relation.self");
        check.refuseIf(found.stream().anyMatch((item) -> item.status() == ItemStatus.RETIRED), "target",
                "configuration.relation.retired", other);
        SortedSet<RelationRef> known = of(List.of(source.item().key())).getOrDefault(source.item().key(),
                new TreeSet<>());
        check.refuseIf(kind != null && known.contains(new RelationRef(kind, other)), "target",
                "configuration.relation.known", other);
        check.refuseIf(known.size() >= MOST, "target", "configuration.relation.many", MOST);
        check.finish();
        change(List.of(), List
            .of(new RelationStore.Link(source.item().key(), new RelationRef(Objects.requireNonNull(kind), other))),
                new ItemCause("", "", null));
    }

    /**
     * States that an item no longer needs another. Refuses a relation that is not known,
     * and no reason.
     * @param key key of the item
     * @param target key of the other
     * @param reason why, 1 to 500 characters
     */
    @PreAuthorize(KEEPER)
    public void remove(String key, RelationKind kind, String target, String reason) {
        String why = InputCheck.text("reason", reason, ConfigurationManagement.REASON, "configuration.reason.missing");
        String source = this.configuration.get(key).item().key();
        RelationRef relation = new RelationRef(kind, target.strip().toLowerCase(Locale.ROOT));
        change(List.of(new RelationStore.Link(source, relation)), List.of(), new ItemCause("", why, null));
    }

    /**
     * Brings the relations that begin at some items to what a file or a former record
     * says, all or none. Refuses targets that are not known.
     * @param wanted the relations that each shall have, by key of the item
     */
    @PreAuthorize(KEEPER)
    public void replace(Map<String, ? extends SortedSet<RelationRef>> wanted, ItemCause cause) {
        Map<String, SortedSet<RelationRef>> known = of(wanted.keySet());
        List<RelationStore.Link> gone = new ArrayList<>();
        List<RelationStore.Link> fresh = new ArrayList<>();
        wanted.forEach((key, refs) -> {
            SortedSet<RelationRef> before = known.getOrDefault(key, new TreeSet<>());
            gone.addAll(links(key, before, refs));
            fresh.addAll(links(key, refs, before));
        });
        change(gone, fresh, cause);
    }

    private static List<RelationStore.Link> links(String key, SortedSet<RelationRef> these,
            SortedSet<RelationRef> butNotThose) {
        return these.stream()
            .filter((one) -> !butNotThose.contains(one))
            .map((one) -> new RelationStore.Link(key, one))
            .toList();
    }

    private void change(List<RelationStore.Link> gone, List<RelationStore.Link> fresh, ItemCause cause) {
        this.relations.delete(gone);
        this.relations.insert(fresh);
        List<JournalEntry> entries = new ArrayList<>();
        gone.forEach((link) -> entries.addAll(entries("item.unrelated", link, cause)));
        fresh.forEach((link) -> entries.addAll(entries("item.related", link, cause)));
        this.journal.record(entries);
    }

    /** Both ends have it in their history. */
    private static List<JournalEntry> entries(String action, RelationStore.Link link, ItemCause cause) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("from", link.source());
        values.put("relation", link.relation().text());
        return Stream.of(link.source(), link.relation().target())
            .map((end) -> cause.of(JournalEntry.of(action, "item", end).as(Role.CONFIGURATION_MANAGER).with(values)))
            .toList();
    }

}
