package io.slipway.api;

import org.springframework.http.HttpStatus;

/**
 * Tells that a call cannot be done now, or not like this, for a reason that no field is
 * to blame for.
 */
@SuppressWarnings("serial")
public class ApiRefusal extends RuntimeException {

    private final HttpStatus status;

    private final String code;

    private final transient Object[] arguments;

    /**
     * Refuses a call.
     * @param code key of the message
     */
    public ApiRefusal(HttpStatus status, String code, Object... arguments) {
        super(code);
        this.status = status;
        this.code = code;
        this.arguments = arguments.clone();
    }

    /** The status of the answer. */
    public HttpStatus status() {
        return this.status;
    }

    /** Why, as the key of a message. */
    public String code() {
        return this.code;
    }

    /** The arguments of that message. */
    public Object[] arguments() {
        return this.arguments.clone();
    }

}
