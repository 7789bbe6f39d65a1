package io.slipway.database;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Knows a controller that lost the database, before the general error page is asked: that
 * one would want to say who is signed in. The answer is left to {@link OutageFilter},
 * since whatever is written further inside keeps the session first; its status tells the
 * filters in between that nothing was done.
 */
class OutageResolver implements HandlerExceptionResolver, Ordered {

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
            @Nullable Object handler, Exception failure) {
        Optional<Throwable> outage = OutageSight.behind(failure);
        if (response.isCommitted() || outage.isEmpty()) {
            return null;
        }
        OutageFilter.leave(request, outage.get());
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        return new ModelAndView();
    }

}
