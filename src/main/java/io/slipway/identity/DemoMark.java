package io.slipway.identity;

/**
 * Tells whether what this thread does is made for the demo: only the demo profile ever
 * says so. The audit record says it of each such act, and nobody is mailed about it.
 */
public interface DemoMark {

    /** Whether the current thread tells of something that is made for the demo. */
    boolean here();

}
