package io.slipway.api;

import java.io.IOException;
import java.time.Duration;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.ui.CallRate;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps a tool gone wild from the others: each token and each person has so many calls a
 * minute, counted by each node for itself. What is not signed in counts by its address.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 30)
class RateLimit extends OncePerRequestFilter {

    private final CallRate rate;

    private final CurrentActor currentActor;

    private final ApiErrors errors;

    RateLimit(CallRate rate, CurrentActor currentActor, ApiErrors errors) {
        this.rate = rate;
        this.currentActor = currentActor;
        this.errors = errors;
    }

    /** What stands for who calls. */
    static String caller(Actor actor, HttpServletRequest request) {
        if (actor.token() != null) {
            return "token:" + actor.token().id();
        }
        return actor.isSystem() ? "address:" + request.getRemoteAddr() : "person:" + actor.userName();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + ApiErrors.PREFIX);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = this.rate.waitFor(caller(this.currentActor.get(), request));
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = wait.toSeconds() + 1;
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        this.errors.write(response,
                this.errors.refused(request, HttpStatus.TOO_MANY_REQUESTS, "api.too-many", seconds));
    }

}
