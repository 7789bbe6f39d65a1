package io.slipway.workflow.job;

/**
 * Which jobs are asked for; an empty text asks for any.
 *
 * @param state how they stand
 * @param process id of the model, such as {@code PlanReleaseProcess}
 * @param element id of the element at which they stand or failed
 */
public record JobFilter(JobState state, String process, String element, String release) {

    /**
     * All jobs of a state.
     * @param state how they stand
     */
    public static JobFilter of(JobState state) {
        return new JobFilter(state, "", "", "");
    }

    /**
     * Tells whether less than all jobs of the state are asked for.
     * @return whether it is so
     */
    public boolean narrowed() {
        return !this.process.isEmpty() || !this.element.isEmpty() || !this.release.isEmpty();
    }

}
