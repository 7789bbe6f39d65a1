package io.slipway.identity.people;

/**
 * Says in one line why the portal cannot start without an administrator.
 */
@SuppressWarnings("serial")
class NoAdministratorException extends RuntimeException {

    NoAdministratorException(String message) {
        super(message);
    }

}
