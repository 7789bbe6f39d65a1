package io.slipway.planning.wave;

/**
 * How a step follows another one.
 */
public enum LinkKind {

    /** It starts once the other one is done. */
    FINISH_START,
    /** It starts once the other one has started. */
    START_START

}
