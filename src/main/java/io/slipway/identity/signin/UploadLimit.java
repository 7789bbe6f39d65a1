package io.slipway.identity.signin;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import io.slipway.ui.LargeForm;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
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
            FormRefusal.show(HttpStatus.PAYLOAD_TOO_LARGE, request, response);
            return;
        }
        chain.doFilter(request, response);
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

}
