package io.slipway.workflow.history;

import java.util.List;

/**
 * What is known of a release's way through its processes.
 *
 * @param phases its phases, each as often as it went through it, in order of begin; empty
 * once the engine has cleaned up its history
 * @param steps the human steps, in order of begin
 * @param waits long waits of the portal itself, in order of begin
 */
public record ReleaseHistory(List<PhaseRun> phases, List<StepRun> steps, List<SystemWait> waits) {
}
