package io.slipway.home;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseSummary;
import io.slipway.release.page.ReleaseFlags;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes a card of each decision that waits for a person, with the gravest of what decides
 * it: the same handful of statements for one card as for six.
 */
@Component
class DecisionCards {

    private static final int MOST_FACTS = 3;

    private final ReleaseManagement releases;

    private final List<ReleaseFlags> sources;

    DecisionCards(ReleaseManagement releases, List<ReleaseFlags> sources) {
        this.releases = releases;
        this.sources = List.copyOf(sources);
    }

    List<Card> of(List<WorkItem> items) {
        List<ReleaseSummary> about = this.releases
            .find(items.stream().map(WorkItem::businessKey).collect(Collectors.toSet()));
        Map<String, List<DecidingFact>> facts = new HashMap<>();
        this.sources.forEach((source) -> source.facts(about)
            .forEach((key, some) -> facts.computeIfAbsent(key, (one) -> new ArrayList<>()).addAll(some)));
        Map<String, ReleaseSummary> known = about.stream()
            .collect(Collectors.toMap(ReleaseSummary::key, (release) -> release));
        return items.stream()
            .map((item) -> new Card(item, known.get(item.businessKey()),
                    facts.getOrDefault(item.businessKey(), List.of())
                        .stream()
                        .sorted(DecidingFact.GRAVEST_FIRST)
                        .limit(MOST_FACTS)
                        .toList()))
            .toList();
    }

    /**
     * A decision and what decides it.
     *
     * @param release the release; null if it is gone
     * @param facts the gravest facts first
     */
    record Card(WorkItem item, @Nullable ReleaseSummary release, List<DecidingFact> facts) {
    }

}
