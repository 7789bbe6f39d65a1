package io.slipway.monitor.web;

import java.util.List;

import io.slipway.diagram.Reach;
import io.slipway.workflow.state.ProcessRun;

/**
 * A step of a model in the path that a release took, as text.
 *
 * @param id id of the element
 * @param reach whether the release is here, was here, or did not come here
 * @param known whether this version of the model has it
 */
record StepRow(String id, String label, Reach reach, long passes, boolean known, List<ProcessRun> called) {
}
