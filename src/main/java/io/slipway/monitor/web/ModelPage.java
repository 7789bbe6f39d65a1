package io.slipway.monitor.web;

import java.util.List;

import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.state.ModelState;

/**
 * What the page of a model shows, but for the drawing.
 *
 * @param elements the elements that have something, in the order of the flow
 * @param selected name of the element whose releases are listed; empty for all
 * @param from where the list's page begins
 * @param next where its next page begins; empty on the last
 */
record ModelPage(ModelAddress address, ModelVersion model, ModelState state, List<ElementRow> elements, String selected,
        List<ReleaseRow> releases, String from, String next) {

    /** Whether this version lacks something that releases have. */
    public boolean strays() {
        return this.elements.stream().anyMatch((row) -> !row.known());
    }

}
