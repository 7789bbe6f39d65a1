package io.slipway.configuration.baseline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemBatchManagement;
import io.slipway.configuration.ItemCause;
import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemSummary;
import io.slipway.configuration.ItemWrite;
import io.slipway.configuration.relation.RelationKind;
import io.slipway.configuration.relation.RelationManagement;
import io.slipway.configuration.relation.RelationRef;
import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes baselines of what a release touches, compares them with each other and with
 * today, and restores what they recorded. A baseline holds the services and items that a
 * release names and, one relation further, what these contain and depend on: that is what
 * a deployment changes. Nothing changes a baseline once it is taken.
 */
@Service
@Transactional
public class BaselineManagement {

    /** The most items of one baseline. */
    public static final int MOST = 500;

    private final ConfigurationManagement configuration;

    private final ItemBatchManagement items;

    private final RelationManagement relations;

    private final BaselineStore baselines;

    private final Journal journal;

    private final ObjectProvider<RollbackFacts> rollbacks;

    BaselineManagement(ConfigurationManagement configuration, ItemBatchManagement items, RelationManagement relations,
            BaselineStore baselines, Journal journal, ObjectProvider<RollbackFacts> rollbacks) {
        this.configuration = configuration;
        this.items = items;
        this.relations = relations;
        this.baselines = baselines;
        this.journal = journal;
        this.rollbacks = rollbacks;
    }

    /**
     * Takes a baseline of what a release touches; does nothing if there is one of that
     * attempt and moment already. Whose act needs the baseline was judged by the caller.
     * @param services names of the services that it changes
     * @param items keys of the items that it affects
     */
    public void take(String releaseKey, int attempt, Moment moment, Collection<String> services,
            Collection<String> items) {
        if (this.baselines.taken(releaseKey, attempt, moment)) {
            return;
        }
        SortedSet<String> named = new TreeSet<>(
                this.configuration.services(services).stream().map(ItemSummary::key).toList());
        this.configuration.find(items).forEach((item) -> named.add(item.key()));
        SortedSet<String> all = new TreeSet<>();
        this.relations.of(named)
            .values()
            .forEach((refs) -> refs.stream()
                .filter((ref) -> ref.kind() == RelationKind.CONTAINS || ref.kind() == RelationKind.DEPENDS_ON)
                .forEach((ref) -> all.add(ref.target())));
        all.removeAll(named);
        List<String> kept = new ArrayList<>(named);
        kept.addAll(all);
        int leftOut = Math.max(0, kept.size() - MOST);
        Map<String, ItemRecord> records = now(kept.subList(0, kept.size() - leftOut));
        Act act = this.journal.act();
        this.baselines.save(new Baseline(0, releaseKey, attempt, moment, act.at(), act.by(), records.size(), leftOut),
                records.values());
        this.journal.record(JournalEntry.ofRelease("baseline.taken", releaseKey)
            .with(Map.of("attempt", attempt, "moment", moment, "items", records.size())));
    }

    /**
     * The baselines of a release.
     * @return the baselines, newest first
     */
    @Transactional(readOnly = true)
    public List<Baseline> ofRelease(String releaseKey) {
        return this.baselines.ofRelease(releaseKey);
    }

    /**
     * The baselines that hold an item, newest first.
     * @param from the cursor of the page before, empty for the first page
     */
    @Transactional(readOnly = true)
    public KeyPage<Baseline> ofItem(String itemKey, String from) {
        long before = KeyPage.idBefore(from);
        return KeyPage.of(this.baselines.ofItem(itemKey, before), (baseline) -> Long.toString(baseline.id()));
    }

    /**
     * Finds a baseline. Refuses an unknown one.
     * @param id its number
     */
    @Transactional(readOnly = true)
    public Baseline get(long id) {
        return this.baselines.find(id).orElseThrow(() -> new NotFoundException("baseline", Long.toString(id)));
    }

    /**
     * What a baseline recorded.
     * @param id its number; refuses an unknown one
     * @return the records, by key of their item
     */
    @Transactional(readOnly = true)
    public List<ItemRecord> records(long id) {
        return List.copyOf(this.baselines.records(get(id).id()).values());
    }

    /**
     * Compares two baselines. Refuses unknown ones.
     * @param from number of the former
     * @param to number of the later
     */
    @Transactional(readOnly = true)
    public Comparison compare(long from, long to) {
        Baseline later = get(to);
        Map<String, ItemRecord> before = this.baselines.records(from);
        Map<String, ItemRecord> after = this.baselines.records(to);
        return comparison(get(from), later, before, after);
    }

    /**
     * Compares a baseline with the register as it is now: that is the drift since.
     * Refuses an unknown one.
     * @param from number of the baseline
     */
    @Transactional(readOnly = true)
    public Comparison drift(long from) {
        Map<String, ItemRecord> before = this.baselines.records(from);
        return comparison(get(from), null, before, now(before.keySet()));
    }

    /**
     * Compares some baselines with the register as it is now, with as many statements as
     * for one.
     * @return by number of the baseline; unknown ones are left out
     */
    @Transactional(readOnly = true)
    public Map<Long, Comparison> drifts(Collection<Long> ids) {
        Map<Long, Map<String, ItemRecord>> recorded = this.baselines.records(ids);
        Map<String, ItemRecord> now = now(
                recorded.values().stream().flatMap((records) -> records.keySet().stream()).distinct().toList());
        Map<Long, Comparison> drifts = new TreeMap<>();
        for (Baseline baseline : this.baselines.find(ids)) {
            Map<String, ItemRecord> before = recorded.getOrDefault(baseline.id(), new TreeMap<>());
            Map<String, ItemRecord> after = new TreeMap<>(now);
            after.keySet().retainAll(before.keySet());
            drifts.put(baseline.id(), comparison(baseline, null, before, after));
        }
        return drifts;
    }

    /** Whether what was deployed after a baseline has been rolled back. */
    @Transactional(readOnly = true)
    public boolean rolledBack(Baseline baseline) {
        return this.rollbacks.stream().anyMatch((facts) -> facts.rolledBack(baseline.releaseKey(), baseline.attempt()));
    }

    /**
     * Brings the records of a baseline's items back to what it recorded, after what was
     * deployed has been rolled back. Refuses everybody but configuration managers, no
     * reason, a deployment that was not rolled back, a register that changed since the
     * person saw the differences, and relations to items that are no longer known.
     * @param id number of the baseline
     * @param token of the {@link #drift} that the person saw
     * @param reason why, 1 to 500 characters
     * @return how many items were restored
     */
    @PreAuthorize("hasAuthority('configuration-manager')")
    public int restore(long id, String token, String reason) {
        String why = InputCheck.text("reason", reason, ConfigurationManagement.REASON, "configuration.reason.missing");
        Comparison drift = drift(id);
        if (drift.from().moment() != Moment.BEFORE || !rolledBack(drift.from())) {
            throw new InvalidInputException("", "configuration.baseline.kept");
        }
        if (!drift.token().equals(token)) {
            throw new InvalidInputException("", "configuration.baseline.moved");
        }
        Map<String, ItemRecord> records = this.baselines.records(id);
        String release = drift.from().releaseKey();
        ItemCause cause = new ItemCause("item.restored", why, release);
        List<ItemRecord> restored = drift.differences()
            .stream()
            .map((difference) -> records.get(difference.key()))
            .filter(Objects::nonNull)
            .toList();
        Map<String, ItemDetails> now = this.configuration.details(restored.stream().map(ItemRecord::key).toList())
            .stream()
            .collect(Collectors.toMap((item) -> item.item().key(), Function.identity()));
        this.items.write(restored.stream()
            .map((record) -> new ItemWrite(record.key(), now.get(record.key()), record.profile(), record.status()))
            .toList(), cause);
        this.relations.replace(restored.stream().collect(Collectors.toMap(ItemRecord::key, ItemRecord::refs)), cause);
        this.journal.record(JournalEntry.ofRelease("baseline.restored", release)
            .as(Role.CONFIGURATION_MANAGER)
            .because(why)
            .with(Map.of("attempt", drift.from().attempt(), "moment", drift.from().moment(), "items",
                    drift.differences().size())));
        return drift.differences().size();
    }

    private Map<String, ItemRecord> now(Collection<String> keys) {
        Map<String, SortedSet<RelationRef>> refs = this.relations.of(keys);
        Map<String, ItemRecord> records = new TreeMap<>();
        for (ItemDetails item : this.configuration.details(keys)) {
            String key = item.item().key();
            records.put(key, ItemRecord.of(item, refs.getOrDefault(key, new TreeSet<>())));
        }
        return records;
    }

    private static Comparison comparison(Baseline from, @Nullable Baseline to, Map<String, ItemRecord> before,
            Map<String, ItemRecord> after) {
        List<Difference> differences = Difference.between(before, after);
        String text = differences.stream().map(Difference::toString).collect(Collectors.joining("\n"));
        int same = (int) after.keySet().stream().filter(before::containsKey).count()
                - (int) differences.stream().filter((one) -> one.kind() == Difference.Kind.CHANGED).count();
        return new Comparison(from, to, differences, same, DigestUtils.sha256Hex(from.id() + "\n" + text));
    }

}
