package io.slipway.deployment.pipeline;

/**
 * Thrown where nothing is kept of what a tool told.
 */
public class CallbackRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;

    CallbackRefusal(Why why) {
        super(why.name());
        this.why = why;
    }

    /** Why nothing is kept. */
    public Why why() {
        return this.why;
    }

    /**
     * Why nothing is kept of what a tool told.
     */
    public enum Why {

        /** It is not signed as this pipeline's tool signs, or not now. */
        SIGNATURE,
        /** There is no such pipeline or attempt. */
        UNKNOWN,
        /** The attempt is one of another pipeline. */
        FOREIGN,
        /** It cannot be read. */
        NOT_UNDERSTOOD,
        /** So much was told of this attempt that no more is kept. */
        TOO_MUCH

    }

}
