package io.slipway.identity.signin;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

import io.slipway.identity.guessing.Origin;
import io.slipway.identity.signin.form.FormRefusal;
import io.slipway.ui.CallRate;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets so many forms of those who are not signed in come from one address, before any of
 * them is read. Calls of the REST interface have a limit of their own.
 */
@Component
@Order(UploadLimit.BEFORE_SECURITY - 1)
class StrangerLimit extends OncePerRequestFilter {

    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    private final CallRate rate;

    StrangerLimit(StrangerProperties properties, Clock clock) {
        this.rate = new CallRate(properties.formsPerMinute(), clock);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod())
                || request.getServletPath().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = this.sessions.loadDeferredContext(request).get().getAuthentication();
        Duration wait = (person != null && person.isAuthenticated()) ? Duration.ZERO
                : this.rate.waitFor(Origin.address(request.getRemoteAddr()).name());
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        FormRefusal.show(HttpStatus.TOO_MANY_REQUESTS, request, response);
    }

}
