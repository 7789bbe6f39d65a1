package io.slipway.change.web;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.change.ChangeDecision;
import io.slipway.change.ChangeDetails;
import io.slipway.workflow.seen.SeenDecision;
import io.slipway.workflow.seen.SeenDecisions;

import org.springframework.stereotype.Component;

/**
 * Finds to each line of a change record's history what whoever decided saw.
 */
@Component
class SeenVotes {

    /** Both are written in one transaction. */
    private static final Duration TOGETHER = Duration.ofSeconds(10);

    private final SeenDecisions seen;

    SeenVotes(SeenDecisions seen) {
        this.seen = seen;
    }

    /** What was seen, by line; nothing for what a system did, or was not kept. */
    Map<ChangeDecision, SeenDecision> of(String releaseKey, Collection<ChangeDetails> changes) {
        List<SeenDecision> kept = this.seen.ofRelease(releaseKey)
            .stream()
            .filter((one) -> one.form().startsWith("change/"))
            .toList();
        Map<ChangeDecision, SeenDecision> found = new HashMap<>();
        changes.forEach((change) -> change.decisions()
            .forEach((line) -> kept.stream()
                .filter((one) -> one.decidedBy().equals(line.actor()))
                .filter((one) -> Duration.between(line.at(), one.decidedAt()).abs().compareTo(TOGETHER) < 0)
                .findFirst()
                .ifPresent((one) -> found.put(line, one))));
        return found;
    }

}
