package io.slipway.api;

import java.io.IOException;

/**
 * Tells, while a body is read, that it is longer than calls may send.
 */
@SuppressWarnings("serial")
class TooLargeException extends IOException {

    TooLargeException() {
        super("The body is too large");
    }

}
