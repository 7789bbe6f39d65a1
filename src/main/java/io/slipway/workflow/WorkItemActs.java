package io.slipway.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.DutyConflictException;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.identity.SeparationOfDuties;
import io.slipway.identity.Verdict;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.workflow.engine.EngineUser;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.seen.DecisionWitness;
import io.slipway.workflow.seen.DecisionWitness.Sight;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything people do with work items, and the one choke point for it: page, API and
 * mail link alike come through here. Each act of a person brings its own transaction and
 * refuses to run inside another one: lock the row, judge, tell the engine, journal. The
 * engine's task events write the row.
 */
@Service
public class WorkItemActs {

    private static final int TEXT = 4000;

    private static final int ESCALATION = 20;

    private static final int MOST_URGENT = 100;

    private final WorkItemRows rows;

    private final WorkItemRules rules;

    private final Suspensions suspensions;

    private final Races races;

    private final Refusals refusals;

    private final EngineUser engineUser;

    private final TaskService taskService;

    private final RuntimeService runtimeService;

    private final SeparationOfDuties duties;

    private final Journal journal;

    private final CurrentActor currentActor;

    /** Which asks the steps, which act through here: asked late. */
    private final ObjectProvider<DecisionWitness> witness;

    WorkItemActs(WorkItemRows rows, WorkItemRules rules, Suspensions suspensions, Races races, Refusals refusals,
            EngineUser engineUser, TaskService taskService, RuntimeService runtimeService, SeparationOfDuties duties,
            Journal journal, CurrentActor currentActor, ObjectProvider<DecisionWitness> witness) {
        this.rows = rows;
        this.rules = rules;
        this.suspensions = suspensions;
        this.races = races;
        this.refusals = refusals;
        this.engineUser = engineUser;
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.duties = duties;
        this.journal = journal;
        this.currentActor = currentActor;
        this.witness = witness;
    }

    /**
     * Completes a work item as the current actor: judges, runs the decision, tells the
     * process, all in one transaction. An unassigned work item is claimed by it. Refuses
     * with {@code DutyConflictException}, {@code NotFoundException},
     * {@link WorkItemConflictException}, {@link ReleaseSuspendedException}, and with
     * {@code InvalidInputException} where a text variable has more than 4,000 characters.
     * What {@code decide} throws passes through.
     * @param id the work item's id
     * @param decide does what the person decided, inside the transaction; it is called
     * again, in a new transaction, when others disturbed the first without ending the
     * work item
     * @return the outcome
     */
    public Outcome complete(String id, Function<WorkItem, Outcome> decide) {
        return complete(id, null, decide);
    }

    /**
     * Completes a work item by a page that showed what decides. Refuses, besides, with a
     * {@code FactsChangedException} where that became graver since.
     * @param shown what the page said that it showed; null where nothing was shown
     */
    public Outcome complete(String id, @Nullable String shown, Function<WorkItem, Outcome> decide) {
        return act(id, () -> {
            WorkItem item = locked(id);
            require(this.rules.mayComplete(item));
            Sight sight = this.witness.getObject().look(item, shown);
            Outcome outcome = decide.apply(item);
            if (outcome.completes()) {
                finish(item, outcome, sight);
            }
            return outcome;
        });
    }

    private void finish(WorkItem item, Outcome outcome, Sight sight) {
        String userName = this.currentActor.get().userName();
        requireShort("reason", outcome.reason());
        outcome.variables().forEach(WorkItemActs::requireShort);
        if (item.duty() != null) {
            this.duties.perform(item.businessKey(), item.duty(), item.decision(), userName);
        }
        if (item.assignee() == null) {
            this.taskService.claim(item.id(), userName);
        }
        else if (!item.assignee().equals(userName)) {
            this.taskService.setAssignee(item.id(), userName);
            record("task.taken-over", item, "assignee", item.assignee(), userName);
        }
        this.rows.decide(item.id(), outcome);
        this.journal.record(entry("task.completed", item).as(item.roleOf(this.currentActor.get()))
            .because(outcome.reason())
            .with(Map.of("step", item.step(), "outcome", outcome.name(), "seen", sight.keep(false))));
        this.taskService.complete(item.id(), outcome.variables());
    }

    /**
     * Completes a work item that nobody has taken, by a rule that people agreed on
     * before: the portal acts, and no duty of a person is performed. Refuses with
     * {@code NotFoundException}, {@link WorkItemConflictException} and
     * {@link ReleaseSuspendedException}.
     * @param id the work item's id
     * @param rule which rule, as the record keeps it
     * @param decide does what the facts that it is given say, inside the transaction;
     * nothing while they leave it to a person
     * @return whether it passed
     */
    public boolean passByRule(String id, Map<String, ?> rule,
            BiFunction<WorkItem, List<DecidingFact>, Optional<Outcome>> decide) {
        return act(id, () -> {
            WorkItem item = locked(id);
            if (item.assignee() != null) {
                return false;
            }
            Sight sight = this.witness.getObject().look(item, null);
            Optional<Outcome> outcome = decide.apply(item, sight.deciding());
            outcome.ifPresent((decided) -> {
                this.rows.decide(item.id(), decided);
                Map<String, Object> values = new LinkedHashMap<>(rule);
                values.put("step", item.step());
                values.put("outcome", decided.name());
                values.put("seen", sight.keep(true));
                this.journal.record(entry("task.passed-by-rule", item).because(decided.reason()).with(values));
                this.taskService.complete(item.id(), decided.variables());
            });
            return outcome.isPresent();
        });
    }

    /**
     * Takes a work item for the current actor; one that the actor already has stays.
     * Refuses as {@link #complete} does, and with a {@link WorkItemConflictException}
     * when somebody else has it.
     * @param id the work item's id
     */
    public void claim(String id) {
        act(id, () -> {
            String userName = this.currentActor.get().userName();
            WorkItem item = locked(id);
            if (item.assignee() != null && !item.assignee().equals(userName)) {
                throw new WorkItemConflictException(id, item, null);
            }
            require(this.rules.mayComplete(item));
            if (item.assignee() == null) {
                this.taskService.claim(id, userName);
                record("task.claimed", item, "assignee", null, userName);
            }
            return true;
        });
    }

    /**
     * Gives a work item back to all who hold its role. Refuses, with a
     * {@code DutyConflictException}, everybody but release managers and the assignee, and
     * where the model gave the work item to a named person.
     * @param id the work item's id
     */
    public void unclaim(String id) {
        act(id, () -> {
            WorkItem item = locked(id);
            require(this.rules.mayUnclaim(item));
            if (item.assignee() != null) {
                this.taskService.setAssignee(id, null);
                record("task.unclaimed", item, "assignee", item.assignee(), null);
            }
            return true;
        });
    }

    /**
     * Assigns a work item. Refuses, with a {@code DutyConflictException} that says why,
     * what {@link WorkItemRules#mayAssign} would refuse.
     * @param id the work item's id
     */
    public void assign(String id, String userName) {
        act(id, () -> {
            WorkItem item = locked(id);
            require(this.rules.mayAssign(item, userName));
            if (!userName.equals(item.assignee())) {
                this.taskService.setAssignee(id, userName);
                record("task.assigned", item, "assignee", item.assignee(), userName);
            }
            return true;
        });
    }

    /**
     * Says when its assignee wants to see a work item again. Refuses everybody else with
     * a {@code DutyConflictException}.
     * @param id the work item's id
     * @param at the instant; null for no follow-up
     */
    public void followUp(String id, @Nullable Instant at) {
        act(id, () -> {
            WorkItem item = locked(id);
            require(this.rules.mayFollowUp(item));
            if (!Objects.equals(at, item.followUpAt())) {
                Task task = this.taskService.createTaskQuery().taskId(id).singleResult();
                task.setFollowUpDate((at != null) ? Date.from(at) : null);
                this.taskService.saveTask(task);
                record("task.followed-up", item, "followUpAt", item.followUpAt(), at);
            }
            return true;
        });
    }

    /**
     * Hands an overdue work item up to the next level, which may do it as well since
     * then, and makes it more urgent, in the caller's transaction. It completes nothing.
     * @param id the work item's id
     * @param to the role of the next level; null if there is none
     * @return the work item as it is now; nothing if it is not open any more, or was
     * handed up before, on whichever node
     */
    @Transactional
    public Optional<WorkItem> escalate(String id, @Nullable Role to) {
        WorkItem item = this.rows.lock(id).filter(WorkItem::open).orElse(null);
        if (item == null || item.escalatedAt() != null) {
            return Optional.empty();
        }
        this.rows.escalate(id, this.journal.act().at(), to);
        this.taskService.setPriority(id, Math.min(item.priority() + ESCALATION, MOST_URGENT));
        record("task.escalated", item, "role", null, (to != null) ? to.id() : null);
        return this.rows.find(id);
    }

    /**
     * Tells the processes and open work items of a release its new name, in the caller's
     * transaction.
     */
    @Transactional
    public void rename(String businessKey, String subject) {
        this.rows.lockOpenOf(businessKey).forEach((item) -> this.rows.rename(item, subject));
        for (ProcessInstance instance : this.runtimeService.createProcessInstanceQuery()
            .processInstanceBusinessKey(businessKey)
            .list()) {
            this.runtimeService.setVariable(instance.getId(), "releaseName", subject);
        }
    }

    /**
     * Keeps people from working on the open work items of a release until the caller's
     * transaction ends; those who are at it finish before.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<WorkItem> hold(String businessKey) {
        return this.rows.lockOpenOf(businessKey);
    }

    private <T> T act(String id, Supplier<T> act) {
        return this.refusals.journalled(id, () -> this.races.run(id, () -> this.engineUser.asCurrentActor(act)));
    }

    private WorkItem locked(String id) {
        WorkItem item = this.rows.lock(id).orElseThrow(() -> new NotFoundException("task", id));
        if (!item.open()) {
            throw new WorkItemConflictException(id, item, null);
        }
        this.suspensions.refuse(item.businessKey());
        return item;
    }

    private static void require(Verdict verdict) {
        if (!verdict.allowed()) {
            throw new DutyConflictException(verdict);
        }
    }

    private static void requireShort(String variable, @Nullable Object value) {
        if (value instanceof String text && text.length() > TEXT) {
            throw new InvalidInputException(variable, "ui.too-long", TEXT);
        }
    }

    private void record(String action, WorkItem item, String name, @Nullable Object before, @Nullable Object after) {
        Map<String, Object> old = new LinkedHashMap<>();
        old.put("step", item.step());
        Map<String, Object> changed = new LinkedHashMap<>(old);
        old.put(name, (before != null) ? before.toString() : "");
        changed.put(name, (after != null) ? after.toString() : "");
        this.journal.record(entry(action, item).change(old, changed));
    }

    private static JournalEntry entry(String action, WorkItem item) {
        return Refusals.about(item, JournalEntry.of(action, "task", item.id()));
    }

}
