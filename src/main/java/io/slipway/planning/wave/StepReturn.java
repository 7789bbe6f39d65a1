package io.slipway.planning.wave;

/**
 * How a step is taken back.
 *
 * @param how what is done for it, in words; empty where nothing is to be done
 * @param minutes how long that takes, 0 or more
 */
public record StepReturn(String how, int minutes) {

    public StepReturn {
        how = Needed.text(how);
    }

}
