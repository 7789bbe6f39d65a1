package io.slipway.audit.pack.chapter;

import java.util.List;
import java.util.Optional;

import io.slipway.release.ReleaseDetails;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Every decision that somebody took on a step, the approvals among them.
 */
@Component
@Order(40)
class DecisionsChapter implements Chapter.Source {

    private final WorkItems workItems;

    private final People people;

    DecisionsChapter(WorkItems workItems, People people) {
        this.workItems = workItems;
        this.people = people;
    }

    @Override
    public Optional<Chapter> of(ReleaseDetails release) {
        List<Facts> decisions = this.workItems.decisionsOf(release.key()).stream().map(this::decision).toList();
        return decisions.isEmpty() ? Optional.empty()
                : Optional.of(new Chapter("decisions", Facts.none().with("decisions", decisions)));
    }

    private Facts decision(WorkItem item) {
        return Facts.none()
            .with("step", item.stepName())
            .with("role", item.role())
            .with("by", this.people.who(item.endedBy()))
            .with("asked", item.createdAt())
            .with("at", item.endedAt())
            .with("outcome", item.outcome())
            .with("reason", item.reason());
    }

}
