package io.slipway.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.slipway.identity.Duty;
import io.slipway.identity.Role;
import io.slipway.workflow.engine.ModelProperty;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/**
 * Translates an engine's task into a work item: the one place that knows where its facts
 * come from, for the listener and for the rebuild alike.
 */
final class EngineTask {

    /** Form keys of models that began before their steps moved to another feature. */
    private static final Map<String, String> MOVED = Map.of("release/deliver-units", "packaging/deliver-units",
            "release/complete-plan", "planning/complete-plan", "release/approve-plan", "planning/approve-plan");

    private EngineTask() {
    }

    static WorkItem workItem(DelegateTask task) {
        ExecutionEntity execution = (ExecutionEntity) task.getExecution();
        UserTask model = task.getBpmnModelElementInstance();
        String businessKey = Objects.requireNonNullElse(execution.getProcessBusinessKey(), "");
        return new WorkItem(task.getId(), businessKey, text(task, "releaseName").orElse(businessKey),
                execution.getProcessDefinition().getKey(), task.getTaskDefinitionKey(), name(task, model),
                text(task, "phase").orElse(""), role(task), task.getAssignee(), task.getPriority(), dueAt(task),
                instant(task.getFollowUpDate()), Objects.requireNonNull(instant(task.getCreateTime())),
                WorkItemState.OPEN, null, null, null, null, form(model), duty(task, model),
                (model.getLoopCharacteristics() != null) ? body(execution) : null, named(task, model), null, null,
                task.getProcessInstanceId(), ((TaskEntity) task).isSuspended());
    }

    /** Its label, and of several alike which one it is, if its process says so. */
    private static String name(DelegateTask task, UserTask model) {
        String name = Objects.requireNonNullElse(model.getName(), task.getTaskDefinitionKey());
        return text(task, "title").map((title) -> name + ": " + title).orElse(name);
    }

    /** What is only rehearsed performs no duty. */
    private static @Nullable Duty duty(DelegateTask task, UserTask model) {
        return Boolean.TRUE.equals(task.getVariable("rehearsal")) ? null
                : ModelProperty.of(model, "duty").flatMap(Duty::of).orElse(null);
    }

    private static String form(UserTask model) {
        String key = Objects.requireNonNullElse(model.getCamundaFormKey(), "");
        return MOVED.getOrDefault(key, key);
    }

    /**
     * Whether an instance of a decision is a named person's: its seat says so, if it has
     * one.
     */
    private static boolean named(DelegateTask task, UserTask model) {
        return model.getLoopCharacteristics() != null && model.getCamundaAssignee() != null
                && text(task, "seat").map((seat) -> seat.contains("=")).orElse(true);
    }

    /** The multi-instance body: what all instances of one decision have in common. */
    private static @Nullable String body(ExecutionEntity execution) {
        return execution.getParentActivityInstanceId();
    }

    private static Role role(DelegateTask task) {
        return task.getCandidates()
            .stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .findFirst()
            .flatMap(Role::of)
            .orElseThrow(() -> new IllegalStateException("No role may do " + task.getTaskDefinitionKey()));
    }

    static Instant dueAt(DelegateTask task) {
        Date due = task.getDueDate();
        return Objects.requireNonNullElse(instant(due), task.getCreateTime().toInstant());
    }

    static @Nullable Instant instant(@Nullable Date date) {
        return (date != null) ? Instant.ofEpochMilli(date.getTime()) : null;
    }

    private static Optional<String> text(DelegateTask task, String variable) {
        return Optional.ofNullable(task.getVariable(variable)).map(Object::toString);
    }

}
