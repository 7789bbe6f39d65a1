package io.slipway.database;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers for a controller that lost the database, before the general error page is
 * asked: that one would want to say who is signed in.
 */
class OutageResolver implements HandlerExceptionResolver, Ordered {

    private final OutagePage page;

    OutageResolver(OutagePage page) {
        this.page = page;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
            @Nullable Object handler, Exception failure) {
        if (response.isCommitted() || !DatabaseOutage.isBehind(failure)) {
            return null;
        }
        try {
            this.page.write(request, response, failure);
            return new ModelAndView();
        }
        catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

}
