package io.slipway.inbox.web;

import io.slipway.ui.Messages;
import io.slipway.workflow.WorkItem;

import org.springframework.stereotype.Component;

/**
 * Puts decisions into words: the feature's own word for its outcome if it has one, else
 * the word that is right for most.
 */
@Component("outcomes")
class OutcomeWords {

    private final Messages messages;

    OutcomeWords(Messages messages) {
        this.messages = messages;
    }

    /**
     * The word for what was decided on a task.
     * @return such as {@code approved}; empty if nothing was decided
     */
    public String of(WorkItem item) {
        return (item.outcome() != null) ? of(item, item.outcome()) : "";
    }

    String of(WorkItem item, String outcome) {
        String feature = item.form().substring(0, item.form().indexOf('/'));
        return text(feature + ".outcome." + outcome, text("inbox.outcome." + outcome, outcome.replace('-', ' ')));
    }

    private String text(String code, String other) {
        return this.messages.textOr(code, other);
    }

}
