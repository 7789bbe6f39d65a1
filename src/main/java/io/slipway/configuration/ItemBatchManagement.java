package io.slipway.configuration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the records of many items at once, as a file or a baseline says: some statements
 * for each {@value Batches#SIZE} of them, none for each one.
 */
@Service
@Transactional
public class ItemBatchManagement {

    private static final String UPDATE = """
            update configuration_items
               set name = ?, type = ?, criticality = ?, owner = ?, description = ?, edition = ?, attributes = ?,
                   status = ?, active = ?, version = version + 1
             where item_key = ? and version = ?""";

    private static final String INSERT = """
            insert into configuration_items (name, type, criticality, owner, description, edition, attributes, status,
                   active, item_key, version, confirmed_by, confirmed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)""";

    private static final AttributesColumn ATTRIBUTES = new AttributesColumn();

    private final ItemQueries queries;

    private final JdbcTemplate database;

    private final PersonDirectory people;

    private final Journal journal;

    ItemBatchManagement(ItemQueries queries, JdbcTemplate database, PersonDirectory people, Journal journal) {
        this.queries = queries;
        this.database = database;
        this.people = people;
        this.journal = journal;
    }

    /**
     * Writes the records of some items, all or none. New ones count as confirmed by
     * whoever is signed in; records that stay as they are keep their version. Refuses
     * what {@link ItemRules} refuse, a name or key that is taken, an owner who does not
     * exist, an item that somebody changed since it was read, and everybody but
     * configuration managers.
     * @param writes the records; names are judged in this order
     */
    @PreAuthorize("hasAuthority('configuration-manager')")
    public void write(List<ItemWrite> writes, ItemCause cause) {
        List<ItemWrite> wanted = writes.stream().filter(ItemWrite::changesSomething).toList();
        judge(wanted);
        try {
            update(wanted);
            insert(wanted.stream().filter((one) -> one.before() == null).toList());
        }
        catch (DuplicateKeyException ex) {
            throw new InvalidInputException("name", "configuration.taken");
        }
        this.journal.record(wanted.stream().map((one) -> entry(one, cause)).toList());
    }

    private void judge(List<ItemWrite> writes) {
        Map<String, String> holders = new HashMap<>();
        this.queries.named(writes.stream().map((one) -> one.profile().name()).toList())
            .forEach((item) -> holders.put(ItemRules.sameName(item.type(), item.name()), item.key()));
        for (ItemWrite one : writes) {
            ItemProfile profile = one.profile();
            InputCheck check = new InputCheck();
            if (one.before() == null) {
                ItemRules.key(one.key(), check);
            }
            ItemRules.profile(profile, check);
            String name = ItemRules.sameName(profile.type(), profile.name());
            String holder = holders.getOrDefault(name, one.key());
            check.refuseIf(!holder.equals(one.key()), "name", "configuration.name.taken", holder);
            check.refuseIf(one.before() == null && one.status() == ItemStatus.RETIRED, "status",
                    "configuration.status.missing");
            boolean kept = one.before() != null && one.before().item().owner().equals(profile.owner());
            check.refuseIf(!kept && this.people.find(profile.owner()).filter(PersonSummary::enabled).isEmpty(), "owner",
                    "configuration.owner.unknown", profile.owner());
            check.finish();
            if (one.before() != null) {
                holders.remove(ItemRules.sameName(one.before().item().type(), one.before().item().name()), one.key());
            }
            holders.put(name, one.key());
        }
    }

    private void update(List<ItemWrite> writes) {
        List<Object[]> rows = new ArrayList<>();
        for (ItemWrite one : writes) {
            if (one.before() != null) {
                rows.add(columns(one, one.before().version()));
            }
        }
        for (List<Object[]> part : Batches.of(rows)) {
            if (Arrays.stream(this.database.batchUpdate(UPDATE, part)).anyMatch((found) -> found == 0)) {
                throw new OptimisticLockingFailureException("An item was changed since it was read");
            }
        }
    }

    private void insert(List<ItemWrite> writes) {
        Act act = this.journal.act();
        List<Object[]> rows = writes.stream().map((one) -> columns(one, act.by(), act.at())).toList();
        Batches.of(rows).forEach((part) -> this.database.batchUpdate(INSERT, part));
    }

    private static Object[] columns(ItemWrite one, Object... last) {
        ItemProfile profile = one.profile();
        List<Object> columns = new ArrayList<>(List.of(profile.name(), profile.type().name(),
                profile.criticality().name(), profile.owner(), profile.description(), profile.edition(),
                ATTRIBUTES.convertToDatabaseColumn(profile.attributes()), one.status().name(),
                one.status() != ItemStatus.RETIRED, one.key()));
        columns.addAll(List.of(last));
        return columns.toArray();
    }

    private static JournalEntry entry(ItemWrite one, ItemCause cause) {
        TreeMap<String, Object> after = one.profile().facts(one.status());
        if (one.before() == null) {
            return cause.of(JournalEntry.of("item.registered", "item", one.key()).with(after))
                .as(Role.CONFIGURATION_MANAGER);
        }
        TreeMap<String, Object> before = one.before().profile().facts(one.before().item().status());
        after.entrySet().removeIf((fact) -> fact.getValue().equals(before.get(fact.getKey())));
        before.keySet().retainAll(after.keySet());
        return cause.of(JournalEntry.of(cause.action(), "item", one.key()).change(before, after))
            .as(Role.CONFIGURATION_MANAGER);
    }

}
