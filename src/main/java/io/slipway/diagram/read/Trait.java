package io.slipway.diagram.read;

/**
 * What changes the look of an element within its kind.
 */
public enum Trait {

    /** An event that lets its activity or process go on. */
    NON_INTERRUPTING,

    /** An activity that undoes another. */
    COMPENSATES,

    /** An activity that is repeated. */
    LOOP,

    /** An activity that is done for each, one after the other. */
    SEQUENTIAL,

    /**
     * An activity that is done for each at once, or a participant of whom there are many.
     */
    PARALLEL,

    /** A sub-process whose order is left to people. */
    AD_HOC,

    /** Data of which there are many. */
    COLLECTION,

    /** A gateway or task that starts the process. */
    INSTANTIATES,

    /** A gateway that waits for all of its events. */
    ALL_EVENTS,

    /** The flow that is taken if no other is. */
    DEFAULT,

    /** A flow with a condition. */
    CONDITIONAL,

    /** An association that points at its end. */
    DIRECTED,

    /** An association that points at both ends. */
    BOTH_WAYS,

    /** A participant of whom nothing is told. */
    BLACK_BOX

}
