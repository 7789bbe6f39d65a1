package io.slipway.workflow.operation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.slipway.identity.Verdict;
import io.slipway.ui.Messages;
import io.slipway.workflow.engine.FlowGraph;
import io.slipway.workflow.engine.ModelProperty;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

import org.springframework.stereotype.Component;

/**
 * Says where a token may go: back to where its run has been, or forward over steps that
 * decide nothing. Whatever separation of duties keeps apart, a person's decision, a
 * question of the model and a phase are never passed by hand, whoever asks.
 */
@Component
class TokenMovePolicy {

    static final String ANOTHER_PART = "another-part";

    private final Messages messages;

    TokenMovePolicy(Messages messages) {
        this.messages = messages;
    }

    /** A seat in a decision of several people stays where it is. */
    Verdict ofSeat() {
        return deny("multi-instance-token");
    }

    /**
     * Judges a move within one scope.
     * @param from where the token is
     * @param target where it shall go
     * @param visited where this run has been
     */
    Verdict judge(FlowGraph graph, FlowNode from, boolean passed, FlowNode target, Set<String> visited) {
        if (target.getId().equals(from.getId())) {
            return passed ? kind(target) : deny("already-there");
        }
        if (graph.node(target.getId()).isEmpty()) {
            return deny(ANOTHER_PART);
        }
        Verdict kind = kind(target);
        if (!kind.allowed()) {
            return kind;
        }
        if (graph.before(from.getId()).contains(target.getId())) {
            return visited.contains(target.getId()) ? Verdict.permit() : deny("not-been-there");
        }
        if (!graph.after(from.getId()).contains(target.getId())) {
            return deny("no-way");
        }
        if (target instanceof CallActivity || target instanceof SubProcess) {
            return deny("phase-ahead");
        }
        return between(graph, from, passed, target).stream()
            .map((step) -> hindrance(graph, step))
            .flatMap(Optional::stream)
            .findFirst()
            .map((hindrance) -> deny(hindrance.policy(), hindrance.step()))
            .orElseGet(Verdict::permit);
    }

    /** The steps that a move forward leaves undone. */
    List<FlowNode> between(FlowGraph graph, FlowNode from, boolean passed, FlowNode target) {
        Set<String> ids = new LinkedHashSet<>(passed ? Set.of() : Set.of(from.getId()));
        Set<String> after = graph.after(from.getId());
        graph.before(target.getId()).stream().filter(after::contains).forEach(ids::add);
        return graph.nodes().stream().filter((node) -> ids.contains(node.getId())).toList();
    }

    private Verdict kind(FlowNode target) {
        if (target instanceof BoundaryEvent) {
            return deny("boundary-event");
        }
        if (target instanceof StartEvent || target instanceof EndEvent) {
            return deny("start-or-end");
        }
        if (target instanceof Activity activity && activity.getLoopCharacteristics() != null) {
            return deny("multi-instance");
        }
        boolean aside = (target instanceof Activity activity && activity.isForCompensation())
                || (target instanceof SubProcess sub && sub.triggeredByEvent());
        if (aside) {
            return deny("no-way");
        }
        if (target instanceof Gateway && !(target instanceof ExclusiveGateway)) {
            return deny("gateway");
        }
        return Verdict.permit();
    }

    private static Optional<Hindrance> hindrance(FlowGraph graph, FlowNode step) {
        if (step instanceof UserTask && ModelProperty.of(step, "duty").isPresent()) {
            return Optional.of(new Hindrance("duty-between", label(step)));
        }
        boolean decides = (step instanceof UserTask && ModelProperty.of(step, "no").isPresent())
                || (step instanceof Activity activity && activity.getLoopCharacteristics() != null);
        if (decides) {
            return Optional.of(new Hindrance("decision-between", label(step)));
        }
        if (step instanceof CallActivity || step instanceof SubProcess) {
            return Optional.of(new Hindrance("phase-between", label(step)));
        }
        if (step instanceof Gateway && graph.ways(step.getId()) > 1) {
            return Optional.of(new Hindrance("question-between", label(step)));
        }
        return Optional.empty();
    }

    static String label(FlowNode node) {
        String name = Objects.requireNonNullElse(node.getName(), "");
        return name.isBlank() ? node.getId() : name;
    }

    private Verdict deny(String policy, Object... arguments) {
        return Verdict.deny(policy, this.messages.text("operation.move.refused." + policy, arguments));
    }

    /**
     * What stands between a token and its target.
     *
     * @param policy the rule that forbids to pass it
     */
    private record Hindrance(String policy, String step) {
    }

}
