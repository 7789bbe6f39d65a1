package io.slipway.deployment.run;

/**
 * How it is known when a step began or ended.
 */
public enum StepSource {

    /** A person said it. */
    PERSON,
    /** A tool reported it. */
    CALLBACK,
    /** The portal asked a tool. */
    POLL,
    /** A time came. */
    TIMER,
    /** The portal did it itself. */
    PORTAL

}
