package io.slipway.workflow.job;

import java.util.List;

/**
 * How a job of the engine stands, as far as people have to care: a job that waits for its
 * time is none of these.
 */
public enum JobState {

    /** No attempt is left: nothing more happens until somebody acts. */
    FAILED(List.of(0)),
    /** Failed, and will be tried again. */
    RETRYING(List.of(1, 2)),
    /** Its time has come, and it is neither suspended nor out of attempts. */
    DUE(List.of(1, 2, 3));

    /**
     * The attempts left that jobs of this state have: three at first, one when a person
     * has it tried again.
     */
    private final List<Integer> retries;

    JobState(List<Integer> retries) {
        this.retries = retries;
    }

    List<Integer> retries() {
        return this.retries;
    }

}
