package io.slipway.workflow.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.workflow.WorkItem;

import org.springframework.stereotype.Component;

/**
 * Finds the step that a work item's form key names, among those that the features
 * contribute.
 */
@Component
public class Steps {

    private final Map<String, Step<?>> steps = new HashMap<>();

    Steps(List<Step<?>> steps) {
        for (Step<?> step : steps) {
            for (String key : step.keys()) {
                if (this.steps.put(key, step) != null) {
                    throw new IllegalStateException("Two steps have the key " + key);
                }
            }
        }
    }

    /**
     * The step of a work item.
     * @return its step; refuses with an {@code IllegalStateException} if there is none
     */
    public Step<?> of(WorkItem item) {
        return find(item).orElseThrow(
                () -> new IllegalStateException("No step has the form key " + item.form() + " of " + item.step()));
    }

    /**
     * The step of a work item, if it has one: a model that somebody deployed besides may
     * have tasks that no page of the portal knows.
     */
    public Optional<Step<?>> find(WorkItem item) {
        return Optional.ofNullable(this.steps.get(item.form()));
    }

}
