package io.slipway.audit.pack.chapter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.release.ReleaseDetails;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.seen.SeenDecision;
import io.slipway.workflow.seen.SeenDecision.SeenFact;
import io.slipway.workflow.seen.SeenDecisions;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Every decision that somebody took on a step, the approvals among them, and what they
 * saw.
 */
@Component
@Order(40)
class DecisionsChapter implements Chapter.Source {

    private final WorkItems workItems;

    private final SeenDecisions seen;

    private final People people;

    DecisionsChapter(WorkItems workItems, SeenDecisions seen, People people) {
        this.workItems = workItems;
        this.seen = seen;
        this.people = people;
    }

    @Override
    public Optional<Chapter> of(ReleaseDetails release) {
        Map<String, SeenDecision> seen = this.seen.ofRelease(release.key())
            .stream()
            .collect(Collectors.toMap(SeenDecision::workItemId, Function.identity()));
        List<Facts> decisions = this.workItems.decisionsOf(release.key())
            .stream()
            .map((item) -> decision(item, seen.get(item.id())))
            .toList();
        return decisions.isEmpty() ? Optional.empty()
                : Optional.of(new Chapter("decisions", Facts.none().with("decisions", decisions)));
    }

    private Facts decision(WorkItem item, @Nullable SeenDecision seen) {
        Facts decision = Facts.none()
            .with("step", item.stepName())
            .with("role", item.role())
            .with("by", this.people.who(item.endedBy()))
            .with("asked", item.createdAt())
            .with("at", item.endedAt())
            .with("outcome", item.outcome())
            .with("reason", item.reason());
        return (seen == null) ? decision
                : decision.with("question", seen.question())
                    .with("how", seen.how())
                    .with("seenDigest", seen.digest())
                    .with("seenIntact", (seen.erasedAt() == null) ? seen.intact() : null)
                    .with("seenErasedAt", seen.erasedAt())
                    .with("seen", seen.facts().stream().map(DecisionsChapter::fact).toList());
    }

    /** By the names of what the digest is of. */
    private static Facts fact(SeenFact fact) {
        return Facts.none()
            .with("weight", fact.weight())
            .with("label", fact.label())
            .with("reason", fact.reason())
            .with("changed", fact.changed());
    }

}
