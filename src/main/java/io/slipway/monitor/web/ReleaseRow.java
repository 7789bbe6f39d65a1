package io.slipway.monitor.web;

import java.util.List;

import io.slipway.workflow.state.ElementState;
import io.slipway.workflow.state.WaitingRelease;

/**
 * A release in the list beside a model's diagram.
 *
 * @param name its name; empty for what is no release
 * @param places where it is
 */
record ReleaseRow(WaitingRelease waiting, String name, List<Place> places) {

    /** One element at which the release has something. */
    record Place(String label, ElementState state) {
    }

}
