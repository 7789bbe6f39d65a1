package io.slipway.deployment.run;

/**
 * How a wave of a run stands.
 */
public enum WaveState {

    /** Its turn has not come. */
    PLANNED,
    /** Its steps are done. */
    RUNNING,
    /** It is watched. */
    BAKING,
    /** The next one may start. */
    DONE,
    /** It failed: nothing of it is started any more. */
    FAILED,
    /** It is to be taken back: nothing of it is started any more. */
    ROLLBACK;

    /** Whether none of its steps may start any more. */
    public boolean givenUp() {
        return this == FAILED || this == ROLLBACK;
    }

}
