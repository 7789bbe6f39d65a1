package io.slipway.packaging.bom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How an artifact differs from the one of the same name in the former release.
 *
 * @param known whether that unit has a bill of materials too
 * @param changes what differs, additions first; empty if nothing does
 */
public record BomDifference(String formerRelease, String formerVersion, boolean known, List<ComponentChange> changes) {

    /** The most changes that a page or an answer shows. */
    public static final int MOST_SHOWN = 500;

    public BomDifference {
        changes = List.copyOf(changes);
    }

    /**
     * The changes that are shown.
     * @return at most {@value #MOST_SHOWN}
     */
    public List<ComponentChange> shown() {
        return this.changes.subList(0, Math.min(MOST_SHOWN, this.changes.size()));
    }

    /**
     * How many components changed in which way.
     * @return the number of components by the way, without those that none did
     */
    public Map<ComponentChange.Kind, Long> counts() {
        return this.changes.stream()
            .collect(Collectors.groupingBy(ComponentChange::kind, TreeMap::new, Collectors.counting()));
    }

    static List<ComponentChange> between(List<UsedComponent> before, List<UsedComponent> after) {
        Map<String, List<UsedComponent>> old = byIdentity(before);
        Map<String, List<UsedComponent>> now = byIdentity(after);
        TreeSet<String> all = new TreeSet<>(old.keySet());
        all.addAll(now.keySet());
        List<ComponentChange> changes = new ArrayList<>();
        for (String identity : all) {
            change(old.getOrDefault(identity, List.of()), now.getOrDefault(identity, List.of()), changes);
        }
        changes.sort(Comparator.comparing(ComponentChange::kind).thenComparing(ComponentChange::name));
        return changes;
    }

    private static void change(List<UsedComponent> old, List<UsedComponent> now, List<ComponentChange> changes) {
        String before = joined(old, UsedComponent::version);
        String after = joined(now, UsedComponent::version);
        String licencesBefore = joined(old, UsedComponent::licences);
        String licencesAfter = joined(now, UsedComponent::licences);
        if (!old.isEmpty() && !now.isEmpty() && before.equals(after) && licencesBefore.equals(licencesAfter)) {
            return;
        }
        changes.add(new ComponentChange(kind(old, now), (now.isEmpty() ? old : now).get(0).name(), before, after,
                licencesBefore, licencesAfter, now.stream().anyMatch(UsedComponent::forbidden)));
    }

    private static ComponentChange.Kind kind(List<UsedComponent> old, List<UsedComponent> now) {
        if (old.isEmpty()) {
            return ComponentChange.Kind.ADDED;
        }
        if (now.isEmpty()) {
            return ComponentChange.Kind.REMOVED;
        }
        int order = VersionOrder.INSTANCE.compare(latest(old), latest(now));
        if (order == 0) {
            order = Integer.compare(now.size(), old.size());
        }
        return (order < 0) ? ComponentChange.Kind.UPGRADED
                : (order > 0) ? ComponentChange.Kind.DOWNGRADED : ComponentChange.Kind.RELICENSED;
    }

    private static String latest(List<UsedComponent> components) {
        return components.stream().map(UsedComponent::version).max(VersionOrder.INSTANCE).orElse("");
    }

    private static String joined(List<UsedComponent> components, Function<UsedComponent, String> part) {
        return components.stream()
            .map(part)
            .filter((text) -> !text.isEmpty())
            .distinct()
            .sorted(VersionOrder.INSTANCE)
            .collect(Collectors.joining(", "));
    }

    private static Map<String, List<UsedComponent>> byIdentity(List<UsedComponent> components) {
        return components.stream()
            .collect(Collectors.groupingBy(UsedComponent::identity, LinkedHashMap::new, Collectors.toList()));
    }

}
