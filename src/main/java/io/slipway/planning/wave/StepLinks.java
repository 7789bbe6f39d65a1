package io.slipway.planning.wave;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What follows what within a wave. StepLinks to steps that are not of the wave do not
 * count.
 */
final class StepLinks {

    private final Map<String, PlannedStep> steps = new LinkedHashMap<>();

    StepLinks(Wave wave) {
        wave.steps().forEach((step) -> this.steps.putIfAbsent(step.key(), step));
    }

    /** The links of a step to others of its wave. */
    List<StepLink> of(PlannedStep step) {
        return step.after().stream().filter((link) -> this.steps.containsKey(link.step())).toList();
    }

    /**
     * The steps so that each comes after what it waits for, else in their own order.
     * Steps of a circle are left out.
     */
    List<PlannedStep> ordered() {
        Map<String, Integer> open = new HashMap<>();
        Map<String, List<PlannedStep>> next = new HashMap<>();
        Deque<PlannedStep> ready = new ArrayDeque<>();
        for (PlannedStep step : this.steps.values()) {
            List<StepLink> links = of(step);
            open.put(step.key(), links.size());
            links.forEach((link) -> next.computeIfAbsent(link.step(), (key) -> new ArrayList<>()).add(step));
            if (links.isEmpty()) {
                ready.add(step);
            }
        }
        List<PlannedStep> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            PlannedStep step = ready.remove();
            ordered.add(step);
            for (PlannedStep waiting : next.getOrDefault(step.key(), List.of())) {
                if (open.merge(waiting.key(), -1, Integer::sum) == 0) {
                    ready.add(waiting);
                }
            }
        }
        return ordered;
    }

    /**
     * Steps that wait for each other.
     * @return their keys, the first one again at the end; nothing if there are none
     */
    Optional<List<String>> circle() {
        Set<String> fine = new HashSet<>();
        ordered().forEach((step) -> fine.add(step.key()));
        return this.steps.values()
            .stream()
            .filter((step) -> !fine.contains(step.key()))
            .findFirst()
            .map((step) -> circle(step, fine));
    }

    /** Whoever is not fine waits for another who is not: so one comes by a step again. */
    private List<String> circle(PlannedStep from, Set<String> fine) {
        List<String> path = new ArrayList<>();
        String at = from.key();
        while (!path.contains(at)) {
            path.add(at);
            PlannedStep step = this.steps.get(at);
            at = of(step).stream().map(StepLink::step).filter((key) -> !fine.contains(key)).findFirst().orElseThrow();
        }
        path.add(at);
        return path.subList(path.indexOf(at), path.size());
    }

}
