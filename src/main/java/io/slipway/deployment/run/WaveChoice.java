package io.slipway.deployment.run;

/**
 * What somebody decides of a wave that did not prove itself.
 */
public enum WaveChoice {

    /** It is watched on. */
    WAIT("run.wave-watched"),
    /** It counts as proven all the same. */
    ACCEPT("run.wave-accepted"),
    /** It failed. */
    FAIL("run.wave-failed"),
    /** It is taken back. */
    ROLL_BACK("run.wave-rolled-back");

    private final String action;

    WaveChoice(String action) {
        this.action = action;
    }

    /** As the record calls it. */
    String action() {
        return this.action;
    }

}
