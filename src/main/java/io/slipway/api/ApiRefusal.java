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
     * @param status the status of the answer
     * @param code key of the message
     * @param arguments arguments of the message
     */
    public ApiRefusal(HttpStatus status, String code, Object... arguments) {
        super(code);
        this.status = status;
        this.code = code;
        this.arguments = arguments.clone();
    }

    /**
     * The status of the answer.
     * @return the status
     */
    public HttpStatus status() {
        return this.status;
    }

    /**
     * Why, as the key of a message.
     * @return the key
     */
    public String code() {
        return this.code;
    }

    /**
     * The arguments of that message.
     * @return the arguments
     */
    public Object[] arguments() {
        return this.arguments.clone();
    }

}
