package io.slipway.ui;

import java.io.IOException;

/**
 * Tells that a request never came to its end: its sender went away, or was too slow. No
 * fault of the portal, and nobody is left to be told.
 */
@SuppressWarnings("serial")
public class SenderGoneException extends IOException {

    /** A sender who went away. */
    public SenderGoneException(IOException cause) {
        super("The rest of the request did not come", cause);
    }

    /** A sender who was too slow. */
    public SenderGoneException() {
        super("The request came too slowly");
    }

    static boolean isBehind(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SenderGoneException) {
                return true;
            }
        }
        return false;
    }

}
