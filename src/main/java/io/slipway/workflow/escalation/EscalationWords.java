package io.slipway.workflow.escalation;

import java.util.Optional;

import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;

import org.springframework.stereotype.Component;

/**
 * Says since when a work item is overdue and to whom it was handed up, the same on every
 * page and in mail.
 */
@Component
public class EscalationWords {

    private final Messages words;

    private final Times times;

    EscalationWords(Messages words, Times times) {
        this.words = words;
        this.times = times;
    }

    /**
     * What the escalation says, as one sentence.
     * @return nothing for a work item that was not handed up, or is done
     */
    public Optional<String> sentence(WorkItem item) {
        if (!item.open() || item.escalatedAt() == null) {
            return Optional.empty();
        }
        String due = this.times.withZone(item.dueAt());
        return Optional.of((item.escalatedTo() != null) ? this.words.text("workflow.escalated", due,
                this.words.text("identity.role." + item.escalatedTo().id()), this.times.withZone(item.escalatedAt()))
                : this.words.text("workflow.escalated.nobody", due));
    }

    /**
     * The same as a fact for whoever decides.
     * @return nothing for a work item that was not handed up, or is done
     */
    public Optional<DecidingFact> fact(WorkItem item) {
        return sentence(item).map((said) -> new DecidingFact(Weight.WARN, this.words.text("workflow.escalated.label"),
                this.words.text("workflow.escalated.why", said), null));
    }

}
