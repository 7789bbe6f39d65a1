package io.slipway.workflow.rule;

import java.util.Optional;
import java.util.function.Function;

import io.slipway.workflow.WorkItem;

/**
 * A step that facts alone can answer. What the step itself calls a deciding fact has been
 * found green before; a step that names none never passes.
 */
public interface RuledStep {

    /** The step's form key, such as {@code deployment/start-deployment}. */
    String key();

    /**
     * The form as the facts fill it in.
     * @return the step's form with its button; nothing while a fact is missing, not sure,
     * or speaks against it, so that a person is asked
     */
    Optional<?> form(WorkItem item);

    /**
     * A step that is answered so.
     * @param <F> the step's form
     */
    static <F> RuledStep of(String key, Function<WorkItem, Optional<F>> form) {
        return new RuledStep() {
            @Override
            public String key() {
                return key;
            }

            @Override
            public Optional<F> form(WorkItem item) {
                return form.apply(item);
            }
        };
    }

}
