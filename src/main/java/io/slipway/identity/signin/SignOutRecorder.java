package io.slipway.identity.signin;

import io.slipway.identity.SignedInPerson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Writes down that somebody signed out, and has the browser forget who it was.
 */
@Component
class SignOutRecorder implements LogoutHandler {

    private final Accounts accounts;

    private final KnownBrowser browser;

    SignOutRecorder(Accounts accounts, KnownBrowser browser) {
        this.accounts = accounts;
        this.browser = browser;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response,
            @Nullable Authentication authentication) {
        this.browser.forget(request, response);
        if (authentication != null && authentication.getPrincipal() instanceof SignedInPerson person) {
            this.accounts.signOut(person);
        }
    }

}
