package io.slipway.database;

/**
 * Says in one line why the portal cannot start and what to do about it.
 */
class StartupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartupException(String message) {
        super(message);
    }

}
