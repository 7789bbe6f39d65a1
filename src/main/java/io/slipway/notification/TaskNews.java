package io.slipway.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.input.NotFoundException;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemAssigned;
import io.slipway.workflow.WorkItemOpened;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.escalation.EscalationWords;
import io.slipway.workflow.escalation.WorkItemEscalated;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;
import io.slipway.workflow.step.Steps;
import io.slipway.workflow.step.WorkItemGuide;
import io.slipway.workflow.step.WorkItemGuides;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Tells people about their tasks: what is asked, until when, what happens on yes and on
 * no. The mail leads to the task's page; deciding needs signing in.
 */
@Component
class TaskNews {

    static final String DUE = "task-due";

    static final String OVERDUE = "task-overdue";

    /** A mail is read in half a minute: the gravest are enough. */
    private static final int MOST_FACTS = 5;

    private final WorkItems workItems;

    private final WorkItemGuides guides;

    private final Steps steps;

    private final EscalationWords escalation;

    private final PersonDirectory people;

    private final Essentials essentials;

    private final NewsWords words;

    private final Outbox outbox;

    TaskNews(WorkItems workItems, WorkItemGuides guides, Steps steps, EscalationWords escalation,
            PersonDirectory people, Essentials essentials, NewsWords words, Outbox outbox) {
        this.workItems = workItems;
        this.guides = guides;
        this.steps = steps;
        this.escalation = escalation;
        this.people = people;
        this.essentials = essentials;
        this.words = words;
        this.outbox = outbox;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(WorkItemOpened event) {
        open(event.id()).ifPresent((item) -> {
            boolean named = event.assignee() != null;
            this.outbox.tell(
                    matter("task-opened", named ? NotificationKind.TASK : NotificationKind.TASK_FOR_ROLE, item),
                    named ? List.of(event.assignee()) : holding(event.role()));
        });
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(WorkItemAssigned event) {
        open(event.id()).filter((item) -> event.assignee().equals(item.assignee()))
            .ifPresent((item) -> this.outbox.tell(matter("task-assigned", NotificationKind.TASK, item),
                    List.of(event.assignee())));
    }

    /**
     * What tells a reminder from all others: a task whose due time was moved has another.
     */
    static String reminder(String what, WorkItem item) {
        return what + ":" + item.id() + ":" + item.dueAt().getEpochSecond();
    }

    /** Reminds whoever can do a task that it is due soon. */
    void due(WorkItem item) {
        this.outbox.tell(matter(DUE, NotificationKind.REMINDER, item), ableTo(item));
    }

    /**
     * Tells whoever can do a task that it is overdue, the next level that it may do it as
     * well, and whom the policy names, with the release's manager.
     */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(WorkItemEscalated event) {
        open(event.id()).ifPresent((item) -> {
            List<String> told = new ArrayList<>(ableTo(item));
            if (item.escalatedTo() != null) {
                told.addAll(holding(item.escalatedTo()));
            }
            told.addAll(managers(item));
            event.told().forEach((role) -> told.addAll(holding(role)));
            this.outbox.tell(matter(OVERDUE, NotificationKind.REMINDER, item), told);
        });
    }

    /** What tells of a task that somebody reminds of. */
    Matter reminded(WorkItem item, String id, String by) {
        Matter matter = matter("task-reminded", NotificationKind.REMINDER, item);
        List<Fact> facts = new ArrayList<>(List.of(Fact.of("by", by)));
        facts.addAll(matter.facts());
        return new Matter(id, matter.kind(), matter.releaseKey(), matter.title(), matter.text(), facts, matter.link());
    }

    private Collection<String> managers(WorkItem item) {
        return this.essentials.release(item.businessKey())
            .map((release) -> List.of(release.owner()))
            .orElseGet(() -> holding(Role.RELEASE_MANAGER));
    }

    /** Who has a task, or may do it. */
    List<String> ableTo(WorkItem item) {
        return (item.assignee() != null) ? List.of(item.assignee()) : holding(item.role());
    }

    private List<String> holding(Role role) {
        return this.people.holding(role).stream().map(PersonSummary::userName).toList();
    }

    private Optional<WorkItem> open(String id) {
        try {
            return Optional.of(this.workItems.get(id)).filter(WorkItem::open);
        }
        catch (NotFoundException ex) {
            return Optional.empty();
        }
    }

    private static String id(String what, WorkItem item) {
        return (what.equals(DUE) || what.equals(OVERDUE)) ? reminder(what, item) : what + ":" + item.id();
    }

    private Matter matter(String what, NotificationKind kind, WorkItem item) {
        WorkItemGuide guide = this.guides.of(item);
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(item.ofRelease() ? "release" : "about", item.businessKey() + " " + item.subject()));
        if (item.ofRelease()) {
            facts.add(Fact.of("phase", this.words.phase(item.phase())));
        }
        facts.add(Fact.at("due", item.dueAt()));
        this.escalation.fact(item)
            .ifPresent((fact) -> facts.add(Fact.of("decides", fact.label() + ": " + fact.reason())));
        this.steps.of(item)
            .deciding(item)
            .stream()
            .filter((fact) -> fact.weight() != Weight.GOOD)
            .sorted(DecidingFact.GRAVEST_FIRST)
            .limit(MOST_FACTS)
            .forEach((fact) -> facts.add(Fact.of("decides", fact.label() + ": " + fact.reason())));
        Essentials.add(facts, "yes", guide.yes());
        Essentials.add(facts, "no", guide.no());
        this.essentials.release(item.businessKey()).map(this.essentials::of).ifPresent(facts::addAll);
        return new Matter(id(what, item), kind, item.ofRelease() ? item.businessKey() : null,
                this.words.title(what, item.stepName(), item.businessKey(), item.subject()), guide.documentation(),
                facts, "/tasks/" + item.id());
    }

}
