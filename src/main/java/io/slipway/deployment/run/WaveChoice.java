package io.slipway.deployment.run;

/**
 * What somebody decides of a wave that did not prove itself.
 */
public enum WaveChoice {

    /** It is watched on. */
    WAIT("run.wave-watched", WaveState.BAKING),
    /** It counts as proven all the same. */
    ACCEPT("run.wave-accepted", WaveState.DONE),
    /** It failed. */
    FAIL("run.wave-failed", WaveState.FAILED),
    /** It is taken back. */
    ROLL_BACK("run.wave-rolled-back", WaveState.ROLLBACK);

    private final String action;

    private final WaveState state;

    WaveChoice(String action, WaveState state) {
        this.action = action;
        this.state = state;
    }

    /** How the wave stands then. */
    WaveState state() {
        return this.state;
    }

    /** As the record calls it. */
    String action() {
        return this.action;
    }

}
