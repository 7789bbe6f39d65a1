package io.slipway.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps the table of work items: writes down what becomes of the engine's tasks, in the
 * engine's transaction, and tells whom they wait for.
 */
@Component
class WorkItemListener implements TaskListener {

    private final WorkItemRows rows;

    private final CurrentActor currentActor;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    WorkItemListener(WorkItemRows rows, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> open(task);
            case EVENTNAME_UPDATE, EVENTNAME_ASSIGNMENT -> update(task);
            case EVENTNAME_COMPLETE -> end(task, WorkItemState.COMPLETED);
            case EVENTNAME_DELETE -> end(task, WorkItemState.CANCELLED);
            default -> throw new IllegalStateException("Unexpected task event " + task.getEventName());
        }
    }

    private void open(DelegateTask task) {
        WorkItem item = EngineTask.workItem(task);
        this.rows.insert(item, task.getProcessDefinitionId(), person());
        this.events.publishEvent(WorkItemOpened.of(item));
    }

    /** Tells a person who was given a work item, but nobody who took it. */
    private void update(DelegateTask task) {
        String assignee = task.getAssignee();
        Actor actor = this.currentActor.get();
        Optional<WorkItem> before = (assignee != null && !assignee.equals(actor.userName()))
                ? this.rows.find(task.getId()) : Optional.empty();
        this.rows.update(task.getId(), assignee, task.getPriority(), EngineTask.dueAt(task),
                EngineTask.instant(task.getFollowUpDate()));
        before.filter((item) -> !assignee.equals(item.assignee()))
            .ifPresent((item) -> this.events
                .publishEvent(new WorkItemAssigned(item.id(), item.businessKey(), assignee, actor.userName())));
    }

    private void end(DelegateTask task, WorkItemState state) {
        Instant now = this.clock.instant();
        this.rows.end(task.getId(), state, now,
                (state == WorkItemState.COMPLETED) ? this.currentActor.get().userName() : person());
    }

    private @Nullable String person() {
        Actor actor = this.currentActor.get();
        return actor.isSystem() ? null : actor.userName();
    }

}
