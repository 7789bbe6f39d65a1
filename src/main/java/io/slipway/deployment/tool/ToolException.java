package io.slipway.deployment.tool;

/**
 * Thrown where a tool gave no answer, or none that can be used.
 */
public class ToolException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public ToolException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What is known of it. */
    public Kind kind() {
        return this.kind;
    }

    /**
     * What is known where a tool gave no answer that can be used.
     */
    public enum Kind {

        /** The tool did not hear of it. */
        NOT_SENT,
        /** The tool may have heard of it: nobody knows. */
        IN_DOUBT,
        /** The tool said no. */
        REFUSED,
        /** The tool does not know what it is asked about. */
        GONE

    }

}
