package io.slipway.planning.wave;

/**
 * What a step of a deployment plan is.
 */
public enum StepKind {

    /** A person does it, and says so. */
    MANUAL,
    /** A tool does it, triggered by the portal. */
    PIPELINE,
    /** The portal measures until it can say yes, no or that it cannot tell. */
    CHECK,
    /** Nothing is done until its minutes are over. */
    TIMER,
    /** A person decides whether it goes on. */
    DECISION,
    /** People are told. */
    COMMUNICATION

}
