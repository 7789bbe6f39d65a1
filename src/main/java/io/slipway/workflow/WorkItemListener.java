package io.slipway.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the table of work items: writes down what becomes of the engine's tasks, in the
 * engine's transaction.
 */
@Component
class WorkItemListener implements TaskListener {

    private final WorkItemRows rows;

    private final CurrentActor currentActor;

    private final Clock clock;

    WorkItemListener(WorkItemRows rows, CurrentActor currentActor, Clock clock) {
        this.rows = rows;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> this.rows.insert(EngineTask.workItem(task), task.getProcessDefinitionId());
            case EVENTNAME_UPDATE, EVENTNAME_ASSIGNMENT -> update(task);
            case EVENTNAME_COMPLETE -> end(task, WorkItemState.COMPLETED);
            case EVENTNAME_DELETE -> end(task, WorkItemState.CANCELLED);
            default -> throw new IllegalStateException("Unexpected task event " + task.getEventName());
        }
    }

    private void update(DelegateTask task) {
        this.rows.update(task.getId(), task.getAssignee(), task.getPriority(), EngineTask.dueAt(task),
                EngineTask.instant(task.getFollowUpDate()));
    }

    private void end(DelegateTask task, WorkItemState state) {
        Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
        this.rows.end(task.getId(), state, now, person());
    }

    private @Nullable String person() {
        Actor actor = this.currentActor.get();
        return actor.isSystem() ? null : actor.userName();
    }

}
