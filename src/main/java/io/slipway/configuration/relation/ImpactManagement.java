package io.slipway.configuration.relation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemSummary;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what an item touches: what is affected when it fails, and what it needs. Goes
 * breadth first, one statement for each distance, so that circles end, the nearest comes
 * first, and an item on which everything hangs costs no more than what is shown. What is
 * retired neither is affected nor affects anything.
 */
@Service
@Transactional(readOnly = true)
public class ImpactManagement {

    /** The most items that are found. */
    public static final int MOST = 1000;

    /** The farthest that is looked, in relations. */
    public static final int FARTHEST = 100;

    /** The most relations that are read for one distance. */
    static final int MOST_LINKS = 5000;

    static final String AFFECTED = """
            select r.source_id as source, r.target_id as target, r.kind, r.source_id as next, i.item_key as `key`
              from item_relations r join configuration_items i on i.id = r.source_id
             where r.target_id in (:ids) and i.active = true limit :most""";

    static final String NEEDED = """
            select r.source_id as source, r.target_id as target, r.kind, r.target_id as next, i.item_key as `key`
              from item_relations r join configuration_items i on i.id = r.target_id
             where r.source_id in (:ids) and i.active = true limit :most""";

    private static final Comparator<Impact.Reached> ORDER = Comparator.comparingInt(Impact.Reached::distance)
        .thenComparing((reached) -> reached.item().criticality(), Comparator.reverseOrder())
        .thenComparing((reached) -> reached.item().key());

    private final ConfigurationManagement configuration;

    private final JdbcClient jdbc;

    ImpactManagement(ConfigurationManagement configuration, JdbcClient jdbc) {
        this.configuration = configuration;
        this.jdbc = jdbc;
    }

    /**
     * What an item touches. Refuses an unknown item.
     * @return at most {@value #MOST} items, at most {@value #FARTHEST} relations away
     */
    public Impact of(String key, Direction direction) {
        String start = this.configuration.get(key).item().key();
        long id = this.jdbc.sql("select id from configuration_items where item_key = :key")
            .param("key", start)
            .query(Long.class)
            .single();
        Map<Long, String> keys = new HashMap<>(Map.of(id, start));
        Map<String, Integer> distances = new HashMap<>();
        Set<Step> steps = new LinkedHashSet<>();
        Set<Long> edge = Set.of(id);
        boolean capped = false;
        for (int distance = 1; distance <= FARTHEST && !edge.isEmpty() && !capped; distance++) {
            List<Step> found = follow(edge, direction);
            capped = found.size() >= MOST_LINKS;
            edge = new HashSet<>();
            for (Step step : found) {
                if (!keys.containsKey(step.next())) {
                    if (distances.size() >= MOST) {
                        capped = true;
                        continue;
                    }
                    keys.put(step.next(), step.key());
                    distances.put(step.key(), distance);
                    edge.add(step.next());
                }
                steps.add(step);
            }
        }
        capped = capped || (!edge.isEmpty() && !follow(edge, direction).isEmpty());
        Map<String, ItemSummary> items = this.configuration.find(distances.keySet())
            .stream()
            .collect(Collectors.toMap(ItemSummary::key, Function.identity()));
        List<Impact.Reached> reached = new ArrayList<>();
        items.forEach((found, item) -> reached.add(new Impact.Reached(item, distances.get(found))));
        reached.sort(ORDER);
        return new Impact(direction, List.copyOf(reached),
                steps.stream()
                    .map((step) -> new Impact.Link(keys.getOrDefault(step.source(), ""), step.kind(),
                            keys.getOrDefault(step.target(), "")))
                    .toList(),
                capped);
    }

    private List<Step> follow(Set<Long> edge, Direction direction) {
        return this.jdbc.sql((direction == Direction.AFFECTED) ? AFFECTED : NEEDED)
            .param("ids", edge)
            .param("most", MOST_LINKS)
            .query(Step.class)
            .list();
    }

    private record Step(long source, long target, RelationKind kind, long next, String key) {
    }

}
