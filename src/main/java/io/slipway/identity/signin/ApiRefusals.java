package io.slipway.identity.signin;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.signin.confirmation.GivenPasswordException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Refuses calls of the REST interface with problem documents: 401 to whoever is not
 * signed in, 429 to whoever tried too often, 403 without the CSRF token of the session
 * and with a password that somebody else chose.
 */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String SCHEME = "Basic realm=\"Slipway\", charset=\"UTF-8\"";

    private static final String TOKEN_SCHEME = "Bearer realm=\"Slipway\"";

    private static final String STRANGER = "Sign in first: by token, by session or by HTTP Basic";

    private final RefusalHandler refusals;

    private final CurrentActor currentActor;

    private final Clock clock;

    ApiRefusals(RefusalHandler refusals, CurrentActor currentActor, Clock clock) {
        this.refusals = refusals;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof TooManyAttemptsException attempts) {
            long seconds = Duration.between(this.clock.instant(), attempts.retryAt()).toSeconds() + 1;
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            Problem.write(request, response, HttpStatus.TOO_MANY_REQUESTS,
                    "Too many attempts to sign in. Try again in %d seconds.".formatted(seconds));
            return;
        }
        if (reason instanceof GivenPasswordException) {
            Problem.write(request, response, HttpStatus.FORBIDDEN, GivenPasswordException.WORDS);
            return;
        }
        String words = TokenSignInFilter.isBearer(request) ? reason.getMessage() : "User name or password is wrong";
        refuse(request, response, (request.getHeader(HttpHeaders.AUTHORIZATION) != null) ? words : STRANGER);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (this.currentActor.get().isSystem()) {
            refuse(request, response, STRANGER);
            return;
        }
        this.refusals.record(request, refusal);
        Problem.write(request, response, HttpStatus.FORBIDDEN, (refusal instanceof CsrfException)
                ? "Send the CSRF token of your session with what changes something" : "Your roles do not allow this");
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, String words)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, SCHEME);
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, TOKEN_SCHEME);
        Problem.write(request, response, HttpStatus.UNAUTHORIZED, words);
    }

}
