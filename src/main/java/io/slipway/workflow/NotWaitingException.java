package io.slipway.workflow;

/**
 * Tells that no process waits for a message any more; the page is a 409 that explains.
 */
@SuppressWarnings("serial")
public class NotWaitingException extends RuntimeException {

    /** Tells what is not waited for. */
    public NotWaitingException(String message, String businessKey) {
        super(businessKey + " does not wait for " + message);
    }

}
