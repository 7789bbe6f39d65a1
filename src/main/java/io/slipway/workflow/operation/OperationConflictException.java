package io.slipway.workflow.operation;

/**
 * Tells that the processes went on, or that somebody else was faster, before an operation
 * was done; nothing was changed, and the page is a 409 that says what came in between.
 */
@SuppressWarnings("serial")
public class OperationConflictException extends RuntimeException {

    private final String code;

    private final transient Object[] arguments;

    /**
     * Tells what came in between.
     * @param code key of the message
     */
    public OperationConflictException(String code, Object... arguments) {
        super(code);
        this.code = code;
        this.arguments = arguments.clone();
    }

    /** The key of the message. */
    public String code() {
        return this.code;
    }

    /**
     * The arguments of the message.
     * @return a copy of the arguments
     */
    public Object[] arguments() {
        return this.arguments.clone();
    }

}
