package io.slipway.identity.signin;

import java.io.IOException;
import java.time.Clock;

import io.slipway.identity.guessing.GuessingManagement;
import io.slipway.identity.guessing.KnownDevices;
import io.slipway.identity.session.SignIn;
import io.slipway.identity.signin.confirmation.GivenPasswordFilter;
import io.slipway.ui.Links;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Lets the browser know whom it belongs to, notes the sign-in in its session, and leads
 * to the page that was asked for or where the form says, or first to what the person has
 * to do or be told.
 */
@Component
class SignInSuccess extends SavedRequestAwareAuthenticationSuccessHandler {

    private final KnownBrowser browser;

    private final KnownDevices devices;

    private final GuessingManagement guessing;

    private final Accounts accounts;

    private final Clock clock;

    SignInSuccess(KnownBrowser browser, KnownDevices devices, GuessingManagement guessing, Accounts accounts,
            Clock clock) {
        this.browser = browser;
        this.accounts = accounts;
        this.clock = clock;
        this.devices = devices;
        this.guessing = guessing;
        setRequestCache(new AskedPage());
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        this.browser.remember(person.getName(), request, response);
        this.devices.remember(person.getName(), FormAttempt.devices(request), request, response);
        boolean given = this.accounts.find(person.getName()).filter(Account::passwordGiven).isPresent();
        SignIn.of(request, this.clock.instant(), given).keepIn(request.getSession());
        if (given) {
            lead(GivenPasswordFilter.ADDRESS, request, response);
        }
        else if (!this.guessing.unread().isEmpty()) {
            lead(GuessesController.ADDRESS, request, response);
        }
        else if (request.getParameter("from") != null) {
            lead(Links.local(request.getParameter("from")), request, response);
        }
        else {
            super.onAuthenticationSuccess(request, response, person);
        }
    }

    private void lead(String address, HttpServletRequest request, HttpServletResponse response) throws IOException {
        clearAuthenticationAttributes(request);
        SignInEntryPoint.send(request, response, address);
    }

}
