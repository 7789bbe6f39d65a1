package io.slipway.identity.signin;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Marks an attempt to sign in for one call of the REST interface only: no session begins,
 * so none is written down.
 */
@SuppressWarnings("serial")
class ApiCall extends WebAuthenticationDetails {

    ApiCall(HttpServletRequest request) {
        super(request);
    }

}
