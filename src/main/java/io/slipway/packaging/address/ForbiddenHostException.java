package io.slipway.packaging.address;

import java.net.UnknownHostException;

/**
 * Thrown for a host that the portal may not ask.
 */
class ForbiddenHostException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenHostException(String host) {
        super(host);
    }

}
