package io.slipway.monitor.web;

import io.slipway.workflow.state.ModelState;

/**
 * A version of a model in the overview.
 *
 * @param ago how long ago the oldest started, in words
 */
record OverviewRow(ModelState state, ModelAddress address, String ago) {
}
