package io.slipway.diagram;

/**
 * What is known about whether a process came to an element.
 */
public enum Reach {

    /** No statement: the diagram shows many instances, or none. */
    UNKNOWN,

    /** The process did not come here, up to now. */
    NOT_REACHED,

    /** The process was here and went on. */
    PASSED,

    /** The process is here now. */
    HERE

}
