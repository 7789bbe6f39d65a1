package io.slipway.identity.signin.form;

import java.time.Duration;

import io.slipway.identity.signin.BrowserCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * Keeps the tokens that forms are sent with: in the session of who has one, in a cookie
 * of who is not signed in, so that nothing is stored for strangers. No other site can set
 * or read that cookie, hence neither can it sign somebody in as somebody else.
 */
public class FormTokens implements CsrfTokenRepository {

    private static final String COOKIE = "slipway-form";

    private final HttpSessionCsrfTokenRepository sessions = new HttpSessionCsrfTokenRepository();

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return this.sessions.generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) == null) {
            BrowserCookie.set(COOKIE, (token != null) ? token.getToken() : "", Duration.ZERO, request, response);
            return;
        }
        this.sessions.saveToken(token, request, response);
        BrowserCookie.forget(COOKIE, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        if (request.getSession(false) != null) {
            return this.sessions.loadToken(request);
        }
        String value = BrowserCookie.value(COOKIE, request);
        CsrfToken names = generateToken(request);
        return value.isEmpty() ? null : new DefaultCsrfToken(names.getHeaderName(), names.getParameterName(), value);
    }

}
