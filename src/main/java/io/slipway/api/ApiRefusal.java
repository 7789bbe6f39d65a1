package io.slipway.api;

import org.springframework.http.HttpStatus;

/**
 * Tells that a call cannot be done now, or not like this, for a reason that no field is
 * to blame for.
 */
@SuppressWarnings("serial")
class ApiRefusal extends RuntimeException {

    private final HttpStatus status;

    private final String code;

    private final transient Object[] arguments;

    /**
     * Refuses a call.
     * @param status the status of the answer
     * @param code key of the message
     * @param arguments arguments of the message
     */
    ApiRefusal(HttpStatus status, String code, Object... arguments) {
        super(code);
        this.status = status;
        this.code = code;
        this.arguments = arguments.clone();
    }

    HttpStatus status() {
        return this.status;
    }

    String code() {
        return this.code;
    }

    Object[] arguments() {
        return this.arguments.clone();
    }

}
