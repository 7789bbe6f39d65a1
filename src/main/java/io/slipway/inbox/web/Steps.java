package io.slipway.inbox.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.workflow.Step;
import io.slipway.workflow.WorkItem;

import org.springframework.stereotype.Component;

/**
 * Finds the step that a work item's form key names, among those that the features
 * contribute.
 */
@Component
class Steps {

    private final Map<String, Step<?>> steps;

    Steps(List<Step<?>> steps) {
        this.steps = steps.stream().collect(Collectors.toUnmodifiableMap(Step::key, Function.identity()));
    }

    Step<?> of(WorkItem item) {
        Step<?> step = this.steps.get(item.form());
        if (step == null) {
            throw new IllegalStateException("No step has the form key " + item.form() + " of " + item.step());
        }
        return step;
    }

    static String template(WorkItem item) {
        int slash = item.form().indexOf('/');
        return item.form().substring(0, slash) + "/_" + item.form().substring(slash + 1);
    }

}
