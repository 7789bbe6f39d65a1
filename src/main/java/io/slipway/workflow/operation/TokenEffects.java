package io.slipway.workflow.operation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.model.ProcessModels;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

import org.springframework.stereotype.Component;

/**
 * Says what ends when a token leaves its place: its task, or the process that it has
 * called, with all that runs in there.
 */
@Component
class TokenEffects {

    private final RuntimeService runtimeService;

    private final HistoryService historyService;

    private final TaskService taskService;

    private final ProcessModels models;

    private final WorkItems workItems;

    TokenEffects(RuntimeService runtimeService, HistoryService historyService, TaskService taskService,
            ProcessModels models, WorkItems workItems) {
        this.runtimeService = runtimeService;
        this.historyService = historyService;
        this.taskService = taskService;
        this.models = models;
        this.workItems = workItems;
    }

    List<WorkItem> withdrawn(Token token) {
        Stream<Task> own = this.taskService.createTaskQuery().activityInstanceIdIn(token.id()).list().stream();
        Stream<Task> called = called(token).stream()
            .flatMap((run) -> this.taskService.createTaskQuery().processInstanceId(run.getId()).list().stream());
        return Stream.concat(own, called).map((task) -> this.workItems.get(task.getId())).toList();
    }

    List<String> ended(Token token) {
        Set<String> definitions = called(token).stream()
            .map(ProcessInstance::getProcessDefinitionId)
            .collect(Collectors.toSet());
        return this.models.byId(definitions).values().stream().map(ModelVersion::name).sorted().toList();
    }

    private List<ProcessInstance> called(Token token) {
        Deque<String> open = new ArrayDeque<>(this.historyService.createHistoricActivityInstanceQuery()
            .activityInstanceId(token.id())
            .list()
            .stream()
            .map(HistoricActivityInstance::getCalledProcessInstanceId)
            .filter(Objects::nonNull)
            .toList());
        List<ProcessInstance> called = new ArrayList<>();
        while (!open.isEmpty()) {
            String id = open.pop();
            called.addAll(this.runtimeService.createProcessInstanceQuery().processInstanceId(id).list());
            this.runtimeService.createProcessInstanceQuery()
                .superProcessInstanceId(id)
                .list()
                .forEach((run) -> open.add(run.getId()));
        }
        return called;
    }

}
