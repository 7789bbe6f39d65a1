package io.slipway.workflow.rule;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.ui.Messages;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.WorkItemConflictException;
import io.slipway.workflow.WorkItemOpened;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.Steps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Passes the steps that the policy lets a rule decide: once every fact that a person
 * would see is green, of which there is at least one, and nobody has taken the step.
 * Whatever is unknown, failed or worth a look leaves it to a person, who may decide at
 * any time.
 */
@Service
public class RuledSteps {

    private static final Logger log = LoggerFactory.getLogger(RuledSteps.class);

    private static final int MOST = 50;

    /** Who is at it already comes first. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Map<String, RuledStep> ruled;

    private final RuledRows rows;

    private final ObjectProvider<RuleBook> book;

    private final Steps steps;

    private final WorkItems workItems;

    private final WorkItemActs acts;

    private final Messages messages;

    private final Clock clock;

    RuledSteps(List<RuledStep> ruled, RuledRows rows, ObjectProvider<RuleBook> book, Steps steps, WorkItems workItems,
            WorkItemActs acts, Messages messages, Clock clock) {
        this.ruled = ruled.stream().collect(Collectors.toMap(RuledStep::key, Function.identity()));
        this.rows = rows;
        this.book = book;
        this.steps = steps;
        this.workItems = workItems;
        this.acts = acts;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The rule by which an open work item passes once every fact is green.
     * @return the rule; nothing where only a person decides
     */
    public Optional<StandingRule> of(WorkItem item) {
        if (!item.open() || !this.ruled.containsKey(item.form())) {
            return Optional.empty();
        }
        String step = item.form().substring(item.form().indexOf('/') + 1);
        return this.book.stream().flatMap((one) -> one.of(item.businessKey(), step).stream()).findFirst();
    }

    @EventListener
    void on(WorkItemOpened opened) {
        WorkItem item = this.workItems.get(opened.id());
        if (item.assignee() == null && of(item).isPresent()) {
            this.rows.insert(item.id(), this.clock.instant().plus(GRACE));
        }
    }

    /** Tries every step that is due to be looked at. */
    @Scheduled(fixedDelayString = "${slipway.rules.every:PT5S}", initialDelayString = "${slipway.rules.every:PT5S}")
    void passDue() {
        this.rows.take(this.clock.instant(), MOST).forEach(this::tryIt);
    }

    /**
     * Tries the open steps of a release at once, instead of in some seconds.
     * @return whether one passed
     */
    public boolean tryNow(String releaseKey) {
        return this.workItems.openOf(releaseKey).stream().map(this::pass).toList().contains(true);
    }

    private void tryIt(String id) {
        try {
            WorkItem item = this.workItems.get(id);
            if (!item.open() || item.assignee() != null || pass(item)) {
                this.rows.delete(id);
            }
        }
        catch (NotFoundException ex) {
            this.rows.delete(id);
        }
        catch (RuntimeException ex) {
            log.warn("The step {} waits for a person: its rule could not be applied", id, ex);
        }
    }

    private boolean pass(WorkItem item) {
        StandingRule rule = of(item).orElse(null);
        if (rule == null) {
            return false;
        }
        String why = this.messages.text("workflow.rule.passed", rule.table(), rule.version());
        try {
            return this.acts.passByRule(item.id(),
                    Map.of("table", rule.table(), "tableVersion", rule.version(), "rows", rule.rows()),
                    (current, facts) -> decide(this.steps.of(current), current, facts)
                        .map((outcome) -> outcome.because(why)));
        }
        catch (InvalidInputException | WorkItemConflictException ex) {
            return false;
        }
    }

    private <F> Optional<Outcome> decide(Step<F> step, WorkItem item, List<DecidingFact> facts) {
        if (!green(facts)) {
            return Optional.empty();
        }
        return this.ruled.get(item.form()).form(item).map((form) -> step.complete(item, step.formType().cast(form)));
    }

    /** Whether all is good; where nothing is known to decide by, it is not. */
    static boolean green(List<DecidingFact> facts) {
        return !facts.isEmpty()
                && facts.stream().allMatch((fact) -> fact.weight() == Weight.GOOD || fact.weight() == Weight.NOTE);
    }

}
