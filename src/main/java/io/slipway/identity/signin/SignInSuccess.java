package io.slipway.identity.signin;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Lets the browser know whom it belongs to, and leads to the page that was asked for.
 */
@Component
class SignInSuccess extends SavedRequestAwareAuthenticationSuccessHandler {

    private final KnownBrowser browser;

    SignInSuccess(KnownBrowser browser) {
        this.browser = browser;
        setRequestCache(new AskedPage());
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        this.browser.remember(person.getName(), request, response);
        super.onAuthenticationSuccess(request, response, person);
    }

}
