package io.slipway.workflow.seen;

import java.util.ArrayList;
import java.util.List;

import io.slipway.sql.ReadOnce;
import io.slipway.ui.Messages;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.escalation.EscalationWords;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;
import io.slipway.workflow.rule.RuledSteps;
import io.slipway.workflow.step.Steps;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What decides a step: the same for the page that shows it and for what is kept of it.
 */
@Component
public class StepFacts {

    private final Steps steps;

    private final EscalationWords escalation;

    /** Which passes steps by the choke point that keeps what was seen: asked late. */
    private final ObjectProvider<RuledSteps> ruled;

    private final Messages messages;

    private final ReadOnce once;

    StepFacts(Steps steps, EscalationWords escalation, ObjectProvider<RuledSteps> ruled, Messages messages,
            ReadOnce once) {
        this.steps = steps;
        this.escalation = escalation;
        this.ruled = ruled;
        this.messages = messages;
        this.once = once;
    }

    /**
     * That it is overdue, what decides, and that the step passes by itself once all of
     * that is green.
     */
    public Facts of(WorkItem item) {
        return this.once.during(() -> {
            List<DecidingFact> handling = new ArrayList<>();
            this.escalation.fact(item).ifPresent(handling::add);
            this.ruled.getObject()
                .of(item)
                .ifPresent((rule) -> handling
                    .add(new DecidingFact(Weight.NOTE, this.messages.text("workflow.by-rule.label"),
                            this.messages.text("workflow.by-rule", rule.table(), rule.version()), null)));
            return new Facts(handling,
                    this.steps.find(item)
                        .<List<DecidingFact>>map((step) -> List.copyOf(step.deciding(item)))
                        .orElse(List.of()));
        });
    }

    /**
     * What a decision page shows above everything else.
     *
     * @param handling how the step is dealt with
     * @param deciding what the step itself calls deciding
     */
    public record Facts(List<DecidingFact> handling, List<DecidingFact> deciding) {

        /** Of a step that needs nobody any more. */
        public static final Facts NONE = new Facts(List.of(), List.of());

        public List<DecidingFact> all() {
            List<DecidingFact> all = new ArrayList<>(this.handling);
            all.addAll(this.deciding);
            return all;
        }

        /** A short note of what decides, for the page's form to bring back. */
        public String mark() {
            return ShownMark.of(this.deciding);
        }

    }

}
