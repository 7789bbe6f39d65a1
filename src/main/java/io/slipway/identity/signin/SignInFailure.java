package io.slipway.identity.signin;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/**
 * Shows the sign-in page again, with the reason and with the user name kept.
 */
@Component
class SignInFailure implements AuthenticationFailureHandler {

    static final String ADDRESS = "/sign-in/refused";

    static final String REASON = "signInRefusal";

    private final Clock clock;

    SignInFailure(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
            AuthenticationException reason) throws IOException, ServletException {
        if (reason instanceof TooManyAttemptsException attempts) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            long seconds = Duration.between(this.clock.instant(), attempts.retryAt()).toSeconds() + 1;
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
        request.setAttribute(REASON, reason);
        request.getRequestDispatcher(ADDRESS).forward(request, response);
    }

}
