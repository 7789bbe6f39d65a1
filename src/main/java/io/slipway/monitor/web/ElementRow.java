package io.slipway.monitor.web;

import java.util.Optional;

import io.slipway.diagram.DiagramElement;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.state.ElementState;
import org.jspecify.annotations.Nullable;

/**
 * An element of a model in the table beside the diagram, with what is there.
 *
 * @param since how long ago the oldest token came, in words
 */
record ElementRow(String id, String label, ElementState state, String since, boolean known,
        @Nullable ModelVersion called) {

    static ElementRow of(Optional<DiagramElement> element, ElementState state, String since,
            @Nullable ModelVersion called) {
        return new ElementRow(state.element(), element.map(DiagramElement::label).orElse(state.element()), state, since,
                element.isPresent(), called);
    }

}
