package io.slipway.workflow.migration;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.slipway.workflow.engine.FlowGraph;
import io.slipway.workflow.engine.ModelProperty;
import io.slipway.workflow.model.ModelVersion;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationInstructionsBuilder;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

import org.springframework.stereotype.Component;

/**
 * Says which element of a version becomes which of another. Equal elements become each
 * other; one that vanished may become one that is new, of the same kind and duty, if no
 * duty and no phase stands before the new one that did not stand before the old one: a
 * migration passes no decision.
 */
@Component
class MigrationPlans {

    private final RuntimeService runtimeService;

    private final RepositoryService repositoryService;

    MigrationPlans(RuntimeService runtimeService, RepositoryService repositoryService) {
        this.runtimeService = runtimeService;
        this.repositoryService = repositoryService;
    }

    /** The engine's plan: equal elements, and those chosen that are allowed. */
    MigrationPlan plan(ModelVersion from, ModelVersion to, Map<String, String> chosen) {
        MigrationPlanBuilder plan = equal(from, to);
        for (Map.Entry<String, String> choice : chosen.entrySet()) {
            plan = plan.mapActivities(choice.getKey(), choice.getValue());
        }
        return plan.build();
    }

    /** What the engine says against a plan, by element of the older version. */
    Map<String, List<String>> problems(ModelVersion from, ModelVersion to, Map<String, String> chosen) {
        try {
            plan(from, to, chosen);
            return Map.of();
        }
        catch (MigrationPlanValidationException ex) {
            return ex.getValidationReport()
                .getInstructionReports()
                .stream()
                .collect(Collectors.toMap((report) -> report.getMigrationInstruction().getSourceActivityId(),
                        (report) -> report.getFailures(), (one, other) -> one));
        }
    }

    /** The elements that both versions have. */
    Set<String> mapped(ModelVersion from, ModelVersion to) {
        return equal(from, to).build()
            .getInstructions()
            .stream()
            .map(MigrationInstruction::getSourceActivityId)
            .map((id) -> id.replaceFirst("#.*", ""))
            .collect(Collectors.toSet());
    }

    private MigrationInstructionsBuilder equal(ModelVersion from, ModelVersion to) {
        return this.runtimeService.createMigrationPlan(from.id(), to.id()).mapEqualActivities();
    }

    Optional<FlowNode> node(ModelVersion model, String element) {
        return Optional.ofNullable(this.repositoryService.getBpmnModelInstance(model.id()).getModelElementById(element))
            .filter(FlowNode.class::isInstance)
            .map(FlowNode.class::cast);
    }

    /** Elements at which a token can wait, in the order of the model. */
    List<FlowNode> places(ModelVersion model) {
        return this.repositoryService.getBpmnModelInstance(model.id())
            .getModelElementsByType(FlowNode.class)
            .stream()
            .filter((node) -> node instanceof Activity || node instanceof IntermediateCatchEvent)
            .toList();
    }

    /** Choices that were made and are allowed. */
    Map<String, String> allowed(ModelVersion from, ModelVersion to, Map<String, String> chosen) {
        Map<String, String> allowed = new TreeMap<>();
        Set<String> equal = mapped(from, to);
        for (FlowNode place : places(from)) {
            String choice = chosen.getOrDefault(place.getId(), "");
            if (!choice.isEmpty() && !equal.contains(place.getId())
                    && choices(place, from, to).stream().anyMatch((one) -> one.getId().equals(choice))) {
                allowed.put(place.getId(), choice);
            }
        }
        return allowed;
    }

    List<FlowNode> choices(FlowNode vanished, ModelVersion from, ModelVersion to) {
        Set<String> known = places(from).stream().map(FlowNode::getId).collect(Collectors.toSet());
        Set<String> gates = gates(vanished);
        return places(to).stream()
            .filter((place) -> !known.contains(place.getId()))
            .filter((place) -> place.getElementType().getTypeName().equals(vanished.getElementType().getTypeName()))
            .filter((place) -> !several(vanished) && !several(place))
            .filter((place) -> ModelProperty.of(place, "duty").equals(ModelProperty.of(vanished, "duty")))
            .filter((place) -> gates.containsAll(gates(place)))
            .toList();
    }

    private static boolean several(FlowNode place) {
        return place instanceof Activity activity && activity.getLoopCharacteristics() != null;
    }

    /**
     * The duties and phases that stand before an element, in its scope and those around.
     */
    private static Set<String> gates(FlowNode element) {
        Set<String> gates = new HashSet<>();
        FlowGraph graph = FlowGraph.around(element);
        graph.before(element.getId())
            .stream()
            .flatMap((id) -> graph.node(id).stream())
            .forEach((node) -> collect(node, gates));
        if (element.getParentElement() instanceof SubProcess around) {
            gates.addAll(gates(around));
        }
        return gates;
    }

    private static void collect(FlowNode node, Set<String> gates) {
        if (node instanceof UserTask) {
            ModelProperty.of(node, "duty").ifPresent(gates::add);
        }
        if (node instanceof CallActivity call) {
            gates.add(Objects.requireNonNullElse(call.getCalledElement(), call.getId()));
        }
        if (node instanceof SubProcess sub) {
            sub.getFlowElements()
                .stream()
                .filter(FlowNode.class::isInstance)
                .forEach((inside) -> collect((FlowNode) inside, gates));
        }
    }

}
