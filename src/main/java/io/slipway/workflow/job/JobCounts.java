package io.slipway.workflow.job;

/**
 * How many jobs there are of each state, each counted no further than
 * {@link Jobs#MOST_COUNTED} + 1, which means "more than".
 *
 * @param failed those without attempts left
 * @param retrying those that will be tried again
 */
public record JobCounts(int failed, int retrying, int due) {

    /** The number of one state. */
    public int of(JobState state) {
        return switch (state) {
            case FAILED -> this.failed;
            case RETRYING -> this.retrying;
            case DUE -> this.due;
        };
    }

}
