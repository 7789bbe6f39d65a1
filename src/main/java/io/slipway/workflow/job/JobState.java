package io.slipway.workflow.job;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a job of the engine stands, as far as people have to care: a job that waits for its
 * time is none of these.
 */
public enum JobState {

    /** No attempt is left: nothing more happens until somebody acts. */
    FAILED(List.of(0), true),
    /** Failed, and will be tried again. */
    RETRYING(List.of(1, 2), true),
    /** Its time has come, and it is neither suspended nor out of attempts. */
    DUE(List.of(1, 2, 3), false);

    private final List<Range> ranges;

    /**
     * The attempts left that jobs of a state have: three at first, one when a person has
     * it tried again.
     */
    JobState(List<Integer> retries, boolean suspendedToo) {
        this.ranges = retries.stream()
            .flatMap((left) -> suspendedToo ? Stream.of(new Range(left, 1), new Range(left, 2))
                    : Stream.of(new Range(left, 1)))
            .toList();
    }

    List<Range> ranges() {
        return this.ranges;
    }

    /**
     * A range of the index of jobs.
     *
     * @param suspension the engine's mark of what runs, 1, and what is suspended, 2
     */
    record Range(int retries, int suspension) {
    }

}
