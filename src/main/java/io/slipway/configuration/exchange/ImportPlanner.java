package io.slipway.configuration.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.slipway.configuration.AttributeText;
import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemRules;
import io.slipway.configuration.ItemStatus;
import io.slipway.configuration.ItemSummary;
import io.slipway.configuration.ItemType;
import io.slipway.configuration.ItemWrite;
import io.slipway.configuration.relation.RelationKind;
import io.slipway.configuration.relation.RelationManagement;
import io.slipway.configuration.relation.RelationRef;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds out what each row of a file would do to the register as it is now. Writes
 * nothing.
 */
@Component
class ImportPlanner {

    private final ConfigurationManagement configuration;

    private final RelationManagement relations;

    private final PersonDirectory people;

    private final Messages messages;

    ImportPlanner(ConfigurationManagement configuration, RelationManagement relations, PersonDirectory people,
            Messages messages) {
        this.configuration = configuration;
        this.relations = relations;
        this.people = people;
        this.messages = messages;
    }

    /** What each row would do, in the order of the file. */
    List<Step> plan(List<ProposedItem> items) {
        Known known = known(items);
        Map<String, Integer> lines = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        for (ProposedItem item : items) {
            Integer former = lines.putIfAbsent(item.key(), item.line());
            InputCheck check = new InputCheck();
            check.refuseIf(item.problem() != null, "", (item.problem() != null) ? item.problem() : "",
                    Column.values().length);
            check.refuseIf(former != null, "key", "configuration.import.key.twice", (former != null) ? former : 0);
            Step step = step(item, known, check);
            if (step.profile() != null && check.sound("name", "type")) {
                String name = ItemRules.sameName(step.profile().type(), step.profile().name());
                String other = names.putIfAbsent(name, item.key());
                check.refuseIf(other != null, "name", "configuration.name.taken", (other != null) ? other : "");
                other = known.names().get(name);
                check.refuseIf(other != null && !other.equals(item.key()), "name", "configuration.name.taken",
                        (other != null) ? other : "");
            }
            steps.add(finish(step, check));
        }
        return steps;
    }

    private Step step(ProposedItem item, Known known, InputCheck check) {
        ItemDetails now = known.items().get(item.key());
        ItemRules.key(item.key(), check);
        boolean bare = item.additive() && !item.values().containsKey(Column.TYPE);
        check.refuseIf(bare && now == null, "key", "configuration.import.root", item.key());
        check.refuseIf(item.additive() && !bare && now != null && now.item().type() != ItemType.COMPONENT, "key",
                "configuration.import.other-type", item.key());
        ItemStatus status = status(item, now, check);
        ItemProfile profile = check.read(() -> profile(item, now, check));
        if (profile != null) {
            ItemRules.profile(profile, check);
            boolean kept = now != null && now.item().owner().equals(profile.owner());
            check.refuseIf(!kept && this.people.find(profile.owner()).filter(PersonSummary::enabled).isEmpty(), "owner",
                    "configuration.owner.unknown", profile.owner());
        }
        SortedSet<RelationRef> before = known.relations().getOrDefault(item.key(), new TreeSet<>());
        SortedSet<RelationRef> after = relations(item, before, known, check);
        return new Step(item, now, profile, status, before, after,
                new ImportRow(item.line(), item.key(), ImportRow.Action.UNCHANGED, List.of(), List.of()));
    }

    private static ItemStatus status(ProposedItem item, @Nullable ItemDetails now, InputCheck check) {
        ItemStatus before = (now != null) ? now.item().status() : ItemStatus.LIVE;
        ItemStatus wanted = (now != null && item.additive()) ? before
                : choice(item, Column.STATUS, ItemStatus.class, before, check);
        check.refuseIf(now == null && wanted == ItemStatus.RETIRED, "status", "configuration.import.new-retired");
        check.refuseIf(now != null && !before.mayBecome(wanted), "status", "configuration.import.status", before,
                wanted);
        boolean touched = now != null && before == ItemStatus.RETIRED && wanted == ItemStatus.RETIRED;
        check.refuseIf(touched && item.additive(), "status", "configuration.retired", item.key());
        return wanted;
    }

    private static ItemProfile profile(ProposedItem item, @Nullable ItemDetails now, InputCheck check) {
        ItemProfile before = (now != null) ? now.profile() : null;
        boolean keep = item.additive() && before != null;
        Map<String, String> attributes = new TreeMap<>(
                (before != null && (item.additive() || item.value(Column.ATTRIBUTES) == null)) ? before.attributes()
                        : Map.of());
        String text = item.value(Column.ATTRIBUTES);
        check.include(() -> attributes.putAll((text != null) ? AttributeText.read(text) : Map.of()));
        ItemType type = keep ? before.type()
                : choice(item, Column.TYPE, ItemType.class, (before != null) ? before.type() : null, check);
        Criticality criticality = keep ? before.criticality() : choice(item, Column.CRITICALITY, Criticality.class,
                (before != null) ? before.criticality() : null, check);
        return new ItemProfile(needed(item, Column.NAME, (before != null) ? before.name() : "", keep), type,
                criticality, needed(item, Column.OWNER, (before != null) ? before.owner() : "", keep),
                optional(item, Column.DESCRIPTION, (before != null) ? before.description() : ""),
                optional(item, Column.VERSION, (before != null) ? before.edition() : ""), attributes);
    }

    private static String needed(ProposedItem item, Column column, String before, boolean keep) {
        String value = item.value(column);
        return (keep || value == null || value.isEmpty()) ? before : value;
    }

    private static String optional(ProposedItem item, Column column, String before) {
        String value = item.value(column);
        return (value == null || (item.additive() && value.isEmpty())) ? before : value;
    }

    private static <E extends Enum<E>> E choice(ProposedItem item, Column column, Class<E> type, @Nullable E before,
            InputCheck check) {
        String value = item.value(column);
        if ((value == null || value.isEmpty()) && before != null) {
            return before;
        }
        for (E one : type.getEnumConstants()) {
            if (one.name().equalsIgnoreCase(value)) {
                return one;
            }
        }
        String all = List.of(type.getEnumConstants())
            .stream()
            .map((one) -> one.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
        check.refuse(column.field(), "configuration.import.choice", (value != null) ? shortened(value) : "", all);
        return (before != null) ? before : type.getEnumConstants()[0];
    }

    private static SortedSet<RelationRef> relations(ProposedItem item, SortedSet<RelationRef> before, Known known,
            InputCheck check) {
        String text = item.value(Column.RELATIONS);
        if (text == null) {
            return before;
        }
        SortedSet<RelationRef> wanted = new TreeSet<>();
        text.lines().map(String::strip).filter((line) -> !line.isEmpty()).forEach((line) -> {
            try {
                RelationRef ref = ref(line);
                check.refuseIf(ref.target().equals(item.key()), "relations", "configuration.relation.self");
                check.refuseIf(!known.targets().contains(ref.target()) && !before.contains(ref), "relations",
                        "configuration.relation.unknown", ref.target());
                wanted.add(ref);
            }
            catch (InvalidInputException ex) {
                check.refuse("relations", "configuration.import.relation", shortened(line));
            }
        });
        if (item.additive()) {
            wanted.addAll(before);
        }
        check.refuseIf(wanted.size() > RelationManagement.MOST, "relations", "configuration.relation.many",
                RelationManagement.MOST);
        return wanted;
    }

    private static RelationRef ref(String line) {
        int blank = line.lastIndexOf(' ');
        String kind = line.substring(0, Math.max(blank, 0)).strip().toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
        for (RelationKind one : RelationKind.values()) {
            if (one.name().equals(kind)) {
                return new RelationRef(one, line.substring(blank + 1).toLowerCase(Locale.ROOT));
            }
        }
        throw new InvalidInputException("relations", "configuration.import.relation", line);
    }

    private Step finish(Step step, InputCheck check) {
        try {
            check.finish();
        }
        catch (InvalidInputException ex) {
            return step
                .with(new ImportRow(step.item().line(), step.item().key(), ImportRow.Action.REFUSED, List.of(), ex
                    .problems()
                    .stream()
                    .map((one) -> new ImportRow.Refusal(one.field(), this.messages.text(one.code(), one.arguments())))
                    .toList()));
        }
        Map<String, String> before = (step.now() != null)
                ? fields(step.now().profile(), step.now().item().status(), step.relationsBefore()) : Map.of();
        List<ImportRow.Change> changes = fields(step.profile(), step.status(), step.relations()).entrySet()
            .stream()
            .filter((field) -> !field.getValue().equals(before.getOrDefault(field.getKey(), "")))
            .map((field) -> new ImportRow.Change(field.getKey(), before.getOrDefault(field.getKey(), ""),
                    field.getValue()))
            .toList();
        ImportRow.Action action = (step.now() == null) ? ImportRow.Action.NEW
                : (changes.isEmpty() ? ImportRow.Action.UNCHANGED : ImportRow.Action.CHANGED);
        boolean lost = action == ImportRow.Action.CHANGED && step.now().item().status() == ItemStatus.RETIRED
                && step.status() == ItemStatus.RETIRED;
        if (lost) {
            InputCheck retired = new InputCheck();
            retired.refuse("status", "configuration.retired", step.item().key());
            return finish(step, retired);
        }
        return step.with(new ImportRow(step.item().line(), step.item().key(), action, changes, List.of()));
    }

    private static Map<String, String> fields(ItemProfile profile, ItemStatus status,
            SortedSet<RelationRef> relations) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", profile.name());
        fields.put("type", profile.type().name());
        fields.put("criticality", profile.criticality().name());
        fields.put("owner", profile.owner());
        fields.put("status", status.name());
        fields.put("edition", profile.edition());
        fields.put("description", profile.description());
        fields.put("attributes", AttributeText.write(profile.attributes()));
        fields.put("relations", relations.stream().map(RelationRef::text).collect(Collectors.joining("\n")));
        return fields;
    }

    private Known known(List<ProposedItem> items) {
        Set<String> keys = items.stream().map(ProposedItem::key).collect(Collectors.toSet());
        Map<String, ItemDetails> details = new HashMap<>();
        this.configuration.details(keys).forEach((item) -> details.put(item.item().key(), item));
        Set<String> wanted = new HashSet<>();
        items.stream()
            .map((item) -> item.value(Column.RELATIONS))
            .filter((text) -> text != null)
            .flatMap(String::lines)
            .map((line) -> line.strip().toLowerCase(Locale.ROOT))
            .forEach((line) -> wanted.add(line.substring(line.lastIndexOf(' ') + 1)));
        Set<String> targets = this.configuration.find(wanted)
            .stream()
            .filter((item) -> item.status() != ItemStatus.RETIRED)
            .map(ItemSummary::key)
            .collect(Collectors.toCollection(HashSet::new));
        targets.addAll(keys);
        Map<String, String> names = new HashMap<>();
        this.configuration
            .named(items.stream()
                .map((item) -> item.value(Column.NAME))
                .filter((name) -> name != null && !name.isEmpty())
                .collect(Collectors.toSet()))
            .forEach((item) -> names.put(ItemRules.sameName(item.type(), item.name()), item.key()));
        return new Known(details, this.relations.of(keys), targets, names);
    }

    private static String shortened(String text) {
        return (text.length() > 60) ? text.substring(0, 60) + "\u2026" : text;
    }

    /** What the register knows of everything that a file names. */
    private record Known(Map<String, ItemDetails> items, Map<String, SortedSet<RelationRef>> relations,
            Set<String> targets, Map<String, String> names) {
    }

    /** What a row would do, with all that is needed to do it. */
    record Step(ProposedItem item, @Nullable ItemDetails now, @Nullable ItemProfile profile, ItemStatus status,
            SortedSet<RelationRef> relationsBefore, SortedSet<RelationRef> relations, ImportRow row) {

        /** What the register shall say; only asked of rows that are not refused. */
        ItemWrite write() {
            return new ItemWrite(this.item.key(), this.now, Objects.requireNonNull(this.profile), this.status);
        }

        Step with(ImportRow other) {
            return new Step(this.item, this.now, this.profile, this.status, this.relationsBefore, this.relations,
                    other);
        }

    }

}
