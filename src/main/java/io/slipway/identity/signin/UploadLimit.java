package io.slipway.identity.signin;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.slipway.ui.LargeForm;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses forms with files that are longer than their page asks for, before the container
 * writes any of them to its disk: it does as soon as anybody asks for a parameter, and
 * the security filters do. A {@link LargeForm} may be longer for those who are signed in.
 */
@Component
@Order(UploadLimit.BEFORE_SECURITY)
class UploadLimit extends OncePerRequestFilter {

    /** Behind the filter that knows the session. */
    static final int BEFORE_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER - 100;

    private static final int USUAL_MIB = 52;

    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    private final List<LargeForm> large;

    UploadLimit(List<LargeForm> large) {
        this.large = large;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                || request.getServletPath().startsWith("/api/");
    }

    /**
     * A form that does not say its length counts as too long. Tools' forms are streamed.
     */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length < 0 || length > mostMib(request) * 1024L * 1024) {
            refuse(request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    /**
     * Shows the page that says so, to which the form is unknown: whoever asked for one of
     * its fields would wait for all of it.
     */
    private static void refuse(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpStatus.PAYLOAD_TOO_LARGE.value());
        request.getRequestDispatcher("/error").forward(new WithoutForm(request), response);
    }

    private int mostMib(HttpServletRequest request) {
        Authentication person = this.sessions.loadDeferredContext(request).get().getAuthentication();
        if (person == null || !person.isAuthenticated()) {
            return USUAL_MIB;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return this.large.stream()
            .filter((form) -> form.path().matcher(path).matches())
            .mapToInt(LargeForm::mostMib)
            .max()
            .orElse(USUAL_MIB);
    }

    /** A request that only asks for a page. */
    private static final class WithoutForm extends HttpServletRequestWrapper {

        WithoutForm(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

    }

}
