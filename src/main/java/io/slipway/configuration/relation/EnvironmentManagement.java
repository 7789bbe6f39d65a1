package io.slipway.configuration.relation;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemSummary;
import io.slipway.configuration.ItemType;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells what an environment is made of: what it contains, what runs on that, and the
 * parts of both. One or two statements for each distance, so that circles end.
 */
@Service
@Transactional(readOnly = true)
public class EnvironmentManagement {

    /** The most items that are found. */
    public static final int MOST = 1000;

    private final ConfigurationManagement configuration;

    private final RelationStore relations;

    EnvironmentManagement(ConfigurationManagement configuration, RelationStore relations) {
        this.configuration = configuration;
        this.relations = relations;
    }

    /**
     * The environments in use.
     * @return the first 50, by key
     */
    public List<ItemSummary> all() {
        return this.configuration.search("", ItemType.ENVIRONMENT);
    }

    /**
     * What an environment is made of, itself and what is retired left out.
     * @return at most {@value #MOST} items, by key
     */
    public List<ItemDetails> contents(String key) {
        Set<String> found = reach(Set.of(key), (edge) -> {
            Set<String> next = new HashSet<>(this.relations.carriedBy(edge));
            this.relations.outgoing(edge)
                .values()
                .forEach((ends) -> ends.stream()
                    .filter((end) -> end.kind() == RelationKind.CONTAINS)
                    .forEach((end) -> next.add(end.target())));
            return next;
        });
        return this.configuration.details(found)
            .stream()
            .filter((item) -> item.active() && !item.item().key().equals(key))
            .toList();
    }

    /**
     * What some items need, directly and through others.
     * @return the keys of at most {@value #MOST} items, these among them
     */
    public Set<String> needs(Collection<String> keys) {
        return reach(Set.copyOf(keys),
                (edge) -> this.relations.outgoing(edge)
                    .values()
                    .stream()
                    .flatMap(Collection::stream)
                    .map(RelationRef::target)
                    .collect(Collectors.toSet()));
    }

    private static Set<String> reach(Set<String> start, UnaryOperator<Set<String>> step) {
        Set<String> found = new LinkedHashSet<>(start);
        Set<String> edge = start;
        for (int distance = 0; distance < ImpactManagement.FARTHEST && !edge.isEmpty(); distance++) {
            Set<String> next = new HashSet<>(step.apply(edge));
            next.removeAll(found);
            next.stream().sorted().limit(MOST - Math.min(MOST, found.size())).forEach(found::add);
            next.retainAll(found);
            edge = next;
        }
        return found;
    }

}
