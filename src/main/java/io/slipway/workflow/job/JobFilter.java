package io.slipway.workflow.job;

/**
 * Which jobs are asked for; an empty text asks for any.
 *
 * @param process id of the model, such as {@code PlanReleaseProcess}
 * @param element id of the element at which they stand or failed
 */
public record JobFilter(JobState state, String process, String element, String release) {

    /** All jobs of a state. */
    public static JobFilter of(JobState state) {
        return new JobFilter(state, "", "", "");
    }

    /** Whether less than all jobs of the state are asked for. */
    public boolean narrowed() {
        return !this.process.isEmpty() || !this.element.isEmpty() || !this.release.isEmpty();
    }

}
