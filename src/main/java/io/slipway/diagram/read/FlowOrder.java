package io.slipway.diagram.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.slipway.diagram.BpmnKind;

/**
 * Puts flow nodes into the order in which a process comes to them: what leads to another
 * stands before it, a loop back counts for nothing, what lies in a sub-process follows
 * it.
 */
final class FlowOrder {

    private final Map<String, List<Element>> inside = new LinkedHashMap<>();

    private final Map<String, Element> byId = new LinkedHashMap<>();

    private final Map<String, List<Element>> following = new LinkedHashMap<>();

    private final Set<String> reached = new HashSet<>();

    private final Set<Element> ordered = new LinkedHashSet<>();

    private FlowOrder(List<Element> elements) {
        List<Element> nodes = elements.stream().filter((element) -> element.kind().isFlowNode()).toList();
        for (Element node : nodes) {
            this.byId.putIfAbsent(node.id(), node);
            this.inside.computeIfAbsent(place(node), (place) -> new ArrayList<>()).add(node);
        }
        for (Element node : nodes) {
            if (node.attachedTo() != null) {
                follow(node.attachedTo(), node);
            }
        }
        for (Element flow : elements) {
            Element target = (flow.kind() == BpmnKind.SEQUENCE_FLOW && flow.target() != null)
                    ? this.byId.get(flow.target()) : null;
            if (target != null && flow.source() != null) {
                follow(flow.source(), target);
            }
        }
    }

    static List<Element> of(List<Element> elements) {
        FlowOrder order = new FlowOrder(elements);
        Set<String> visited = new HashSet<>();
        order.inside.keySet()
            .stream()
            .filter((place) -> place.startsWith("process "))
            .toList()
            .forEach((place) -> order.arrange(place, visited));
        order.inside.values().forEach(order.ordered::addAll);
        return List.copyOf(order.ordered);
    }

    private void follow(String source, Element target) {
        this.following.computeIfAbsent(source, (id) -> new ArrayList<>()).add(target);
        this.reached.add(target.id());
    }

    private void arrange(String place, Set<String> visited) {
        if (!visited.add(place)) {
            return;
        }
        for (Element node : sorted(place)) {
            this.ordered.add(node);
            if (node.kind().isSubProcess()) {
                arrange("sub-process " + node.id(), visited);
            }
        }
    }

    private List<Element> sorted(String place) {
        List<Element> nodes = this.inside.getOrDefault(place, List.of());
        List<Element> roots = new ArrayList<>(nodes);
        roots.sort((one, other) -> Integer.compare(rank(one), rank(other)));
        Collections.reverse(roots);
        Set<Element> seen = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        List<Element> finished = new ArrayList<>();
        // What nothing leads to begins; the rest is reached from there, or lies on a
        // loop.
        for (Element root : roots) {
            if (rank(root) < 2) {
                walk(root, place, seen, finished);
            }
        }
        List<Element> loops = new ArrayList<>();
        for (Element root : nodes) {
            if (!seen.contains(root)) {
                List<Element> loop = new ArrayList<>();
                walk(root, place, seen, loop);
                Collections.reverse(loop);
                loops.addAll(loop);
            }
        }
        Collections.reverse(finished);
        finished.addAll(loops);
        return finished;
    }

    /** Depth first, without recursion: a path may be as long as the file. */
    private void walk(Element root, String place, Set<Element> seen, List<Element> finished) {
        if (!seen.add(root)) {
            return;
        }
        Deque<Element> path = new ArrayDeque<>(List.of(root));
        Deque<Iterator<Element>> ways = new ArrayDeque<>(List.of(following(root, place)));
        while (!path.isEmpty()) {
            Iterator<Element> way = ways.getFirst();
            if (!way.hasNext()) {
                finished.add(path.pop());
                ways.pop();
                continue;
            }
            Element next = way.next();
            if (seen.add(next)) {
                path.push(next);
                ways.push(following(next, place));
            }
        }
    }

    private Iterator<Element> following(Element node, String place) {
        List<Element> all = new ArrayList<>(this.following.getOrDefault(node.id(), List.of()));
        all.removeIf((next) -> !place(next).equals(place));
        Collections.reverse(all);
        return all.iterator();
    }

    private int rank(Element node) {
        if (node.kind() == BpmnKind.START_EVENT) {
            return 0;
        }
        return this.reached.contains(node.id()) ? 2 : 1;
    }

    private static String place(Element node) {
        return Objects.isNull(node.parent()) ? "process " + node.process() : "sub-process " + node.parent();
    }

}
