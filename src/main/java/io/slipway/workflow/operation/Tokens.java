package io.slipway.workflow.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.identity.Verdict;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.model.ProcessModels;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.MessageJobDeclaration;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds where the processes of a release wait.
 */
@Component
class Tokens {

    private static final String BODY = "multiInstanceBody";

    private final RuntimeService runtimeService;

    private final RepositoryService repositoryService;

    private final ManagementService managementService;

    private final ProcessModels models;

    private final TokenMovePolicy policy;

    Tokens(RuntimeService runtimeService, RepositoryService repositoryService, ManagementService managementService,
            ProcessModels models, TokenMovePolicy policy) {
        this.runtimeService = runtimeService;
        this.repositoryService = repositoryService;
        this.managementService = managementService;
        this.models = models;
        this.policy = policy;
    }

    List<Token> of(String key) {
        List<ProcessInstance> runs = this.runtimeService.createProcessInstanceQuery()
            .processInstanceBusinessKey(key)
            .list();
        Map<String, ModelVersion> versions = this.models
            .byId(runs.stream().map(ProcessInstance::getProcessDefinitionId).collect(Collectors.toSet()));
        List<Token> tokens = new ArrayList<>();
        for (ProcessInstance run : runs) {
            @Nullable ActivityInstance tree = this.runtimeService.getActivityInstance(run.getId());
            if (tree != null) {
                collect(tree, versions.get(run.getProcessDefinitionId()), Verdict.permit(), tokens);
            }
        }
        tokens.sort(Comparator.comparing((Token token) -> token.model().name())
            .thenComparing(Token::element)
            .thenComparing(Token::id));
        return tokens;
    }

    private void collect(ActivityInstance node, ModelVersion model, Verdict movable, List<Token> tokens) {
        Verdict inside = BODY.equals(node.getActivityType()) ? this.policy.ofSeat() : movable;
        for (ActivityInstance child : node.getChildActivityInstances()) {
            boolean leaf = child.getChildActivityInstances().length + child.getChildTransitionInstances().length == 0;
            if (leaf) {
                tokens.add(token(child.getId(), child.getProcessInstanceId(), model, child.getActivityId(), false,
                        false, inside));
            }
            else {
                collect(child, model, inside, tokens);
            }
        }
        for (TransitionInstance leaving : node.getChildTransitionInstances()) {
            tokens.add(token(leaving.getId(), leaving.getProcessInstanceId(), model, leaving.getActivityId(),
                    passed(leaving), true, inside));
        }
    }

    private Token token(String id, String run, ModelVersion model, String activity, boolean passed, boolean leaves,
            Verdict movable) {
        String element = activity.replaceFirst("#.*", "");
        FlowNode node = node(model, element);
        Verdict verdict = activity.equals(element) ? movable : this.policy.ofSeat();
        return new Token(id, run, model, element, TokenMovePolicy.label(node), node.getElementType().getTypeName(),
                passed, leaves, verdict);
    }

    /** A save point lies before or after its element; the job that waits there knows. */
    private boolean passed(TransitionInstance leaving) {
        return this.managementService.createJobQuery()
            .executionId(leaving.getExecutionId())
            .list()
            .stream()
            .map((job) -> this.managementService.createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult())
            .map(JobDefinition::getJobConfiguration)
            .anyMatch(MessageJobDeclaration.ASYNC_AFTER::equals);
    }

    FlowNode node(ModelVersion model, String element) {
        ModelElementInstance found = this.repositoryService.getBpmnModelInstance(model.id())
            .getModelElementById(element);
        if (found instanceof FlowNode node) {
            return node;
        }
        throw new IllegalStateException("No element " + element + " in " + model.id());
    }

    /** All elements of a model, those inside of sub-processes after them. */
    List<FlowNode> nodes(ModelVersion model) {
        return List
            .copyOf(this.repositoryService.getBpmnModelInstance(model.id()).getModelElementsByType(FlowNode.class));
    }

}
