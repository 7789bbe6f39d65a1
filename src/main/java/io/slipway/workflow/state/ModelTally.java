package io.slipway.workflow.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

import io.slipway.workflow.model.ModelVersion;

/**
 * Adds up what runs on one version of a model, statement by statement: at each element,
 * and under the empty id the runs themselves.
 */
final class ModelTally {

    private static final String RUNS = "";

    private final Map<String, Tally> elements = new LinkedHashMap<>();

    Tally at(String element) {
        return this.elements.computeIfAbsent(element, Tally::new);
    }

    /** The runs as if they were an element: one token each. */
    ElementState runs() {
        return at(RUNS).state();
    }

    /** What all elements have together, without the runs. */
    long sum(ToLongFunction<ElementState> count) {
        return states().values().stream().mapToLong(count).sum();
    }

    ModelState state(ModelVersion model, Instant asOf) {
        ElementState runs = runs();
        return new ModelState(model, runs.tokens(), runs.failed(), runs.retrying(), runs.overdue(), runs.suspended(),
                runs.oldest(), Map.copyOf(states()), asOf);
    }

    private Map<String, ElementState> states() {
        Map<String, ElementState> states = new LinkedHashMap<>();
        this.elements.values()
            .stream()
            .map(Tally::state)
            .filter((state) -> !state.element().equals(RUNS) && !state.isEmpty())
            .forEach((state) -> states.put(state.element(), state));
        return states;
    }

}
