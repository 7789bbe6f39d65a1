package io.slipway.identity.signin;

import java.io.IOException;
import java.util.Arrays;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the session, which lives in the database, out of the way of files that are the
 * same for everybody, and of calendar feeds, whose address says who asks. Spring MVC
 * would look into it for flash attributes, once for every file of every page, and no
 * style sheet would be left when the database is away.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class StaticFilesFilter extends OncePerRequestFilter {

    static final String[] PATHS = { "/webjars/**", "/css/**", "/js/**", "/images/**", "/fonts/**", "/favicon.ico",
            "/favicon.svg", "/site.webmanifest", "/actuator/health", "/actuator/health/**", "/calendar/feed/**" };

    private static final RequestMatcher FILES = new OrRequestMatcher(
            Arrays.stream(PATHS).map(PathPatternRequestMatcher.withDefaults()::matcher).toArray(RequestMatcher[]::new));

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (FILES.matches(request)) {
            request.setAttribute(SessionRepositoryFilter.class.getName() + ".FILTERED", Boolean.TRUE);
        }
        chain.doFilter(request, response);
    }

}
