package io.slipway.identity.signin;

import java.io.IOException;

import io.slipway.identity.guessing.GuessingManagement;
import io.slipway.identity.guessing.KnownDevices;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Lets the browser know whom it belongs to, and leads to the page that was asked for, or
 * first to what the person has to be told.
 */
@Component
class SignInSuccess extends SavedRequestAwareAuthenticationSuccessHandler {

    private final KnownBrowser browser;

    private final KnownDevices devices;

    private final GuessingManagement guessing;

    SignInSuccess(KnownBrowser browser, KnownDevices devices, GuessingManagement guessing) {
        this.browser = browser;
        this.devices = devices;
        this.guessing = guessing;
        setRequestCache(new AskedPage());
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        this.browser.remember(person.getName(), request, response);
        this.devices.remember(person.getName(), FormAttempt.devices(request), request, response);
        if (this.guessing.unread().isEmpty()) {
            super.onAuthenticationSuccess(request, response, person);
        }
        else {
            lead(GuessesController.ADDRESS, request, response);
        }
    }

    private void lead(String address, HttpServletRequest request, HttpServletResponse response) throws IOException {
        clearAuthenticationAttributes(request);
        SignInEntryPoint.send(request, response, address);
    }

}
