package io.slipway.workflow.engine;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/**
 * What comes before and after what in one scope of a model: a process, or a sub-process
 * without what lies in those inside of it. Flows that lead back in a loop are left out,
 * so that of two elements at most one lies before the other.
 */
public final class FlowGraph {

    private final Map<String, FlowNode> nodes = new LinkedHashMap<>();

    private final Map<String, Set<String>> next = new LinkedHashMap<>();

    private final Map<String, Set<String>> previous = new LinkedHashMap<>();

    private final Map<String, Integer> ways = new LinkedHashMap<>();

    private FlowGraph(Collection<FlowElement> elements) {
        elements.stream()
            .filter(FlowNode.class::isInstance)
            .map(FlowNode.class::cast)
            .forEach((node) -> this.nodes.put(node.getId(), node));
        this.nodes.keySet().forEach((id) -> {
            this.next.put(id, new LinkedHashSet<>());
            this.previous.put(id, new LinkedHashSet<>());
        });
        elements.stream()
            .filter(SequenceFlow.class::isInstance)
            .map(SequenceFlow.class::cast)
            .forEach((flow) -> join(flow.getSource(), flow.getTarget()));
        this.next.forEach((id, all) -> this.ways.put(id, all.size()));
        this.nodes.values()
            .stream()
            .filter(BoundaryEvent.class::isInstance)
            .map(BoundaryEvent.class::cast)
            .forEach((event) -> join(event.getAttachedTo(), event));
        openLoops();
        this.next.forEach((from, all) -> all.forEach((to) -> this.previous.get(to).add(from)));
    }

    /** The scope in which an element lies. */
    public static FlowGraph around(FlowNode element) {
        if (element.getParentElement() instanceof SubProcess sub) {
            return new FlowGraph(sub.getFlowElements());
        }
        return new FlowGraph(((Process) element.getParentElement()).getFlowElements());
    }

    /**
     * An element of the scope.
     * @return the element; nothing if it does not lie in the scope
     */
    public Optional<FlowNode> node(String id) {
        return Optional.ofNullable(this.nodes.get(id));
    }

    /** All elements of the scope, in the order of the model. */
    public List<FlowNode> nodes() {
        return List.copyOf(this.nodes.values());
    }

    /**
     * What lies before an element, on any way from the start.
     * @param id the element's id
     * @return ids, without its own
     */
    public Set<String> before(String id) {
        return reach(id, this.previous);
    }

    /**
     * What lies after an element, on any way to an end.
     * @param id the element's id
     * @return ids, without its own
     */
    public Set<String> after(String id) {
        return reach(id, this.next);
    }

    /**
     * How many ways lead out of an element, those that lead back included.
     * @param id the element's id
     * @return the number, without events on its border
     */
    public int ways(String id) {
        return this.ways.getOrDefault(id, 0);
    }

    private void join(FlowNode from, FlowNode to) {
        if (this.nodes.containsKey(from.getId()) && this.nodes.containsKey(to.getId())) {
            this.next.get(from.getId()).add(to.getId());
        }
    }

    private static Set<String> reach(String id, Map<String, Set<String>> steps) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(steps.getOrDefault(id, Set.of()));
        while (!open.isEmpty()) {
            String one = open.pop();
            if (reached.add(one)) {
                open.addAll(steps.get(one));
            }
        }
        return reached;
    }

    private void openLoops() {
        Set<String> done = new HashSet<>();
        this.nodes.values()
            .stream()
            .filter(StartEvent.class::isInstance)
            .forEach((start) -> walk(start.getId(), new LinkedHashSet<>(), done));
        this.nodes.keySet().forEach((id) -> walk(id, new LinkedHashSet<>(), done));
    }

    /** Drops flows to an element that the way has come through. */
    private void walk(String id, Set<String> way, Set<String> done) {
        if (!done.contains(id)) {
            way.add(id);
            this.next.get(id).removeIf(way::contains);
            this.next.get(id).forEach((to) -> walk(to, way, done));
            way.remove(id);
            done.add(id);
        }
    }

}
