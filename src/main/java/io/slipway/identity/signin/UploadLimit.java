package io.slipway.identity.signin;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.slipway.identity.signin.form.FormRefusal;
import io.slipway.ui.form.LargeForm;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses forms that are longer than their page asks for, before the container reads any
 * of them, or writes their files to its disk: it does as soon as anybody asks for a
 * parameter, and the security filters do. Who has not signed in with this browser sends
 * short forms only. A {@link LargeForm} may be longer for those who are signed in.
 */
@Component
@Order(UploadLimit.BEFORE_SECURITY)
public class UploadLimit extends OncePerRequestFilter {

    /** Behind the filter that knows the session. */
    public static final int BEFORE_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER - 100;

    private static final DataSize USUAL = DataSize.ofMegabytes(52);

    private static final DataSize STRANGERS = DataSize.ofKilobytes(LargeForm.STRANGERS_KIB);

    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    private final List<LargeForm> large;

    private final KnownBrowser browser;

    UploadLimit(List<LargeForm> large, KnownBrowser browser) {
        this.large = large;
        this.browser = browser;
    }

    /** Tools' bodies are streamed, and limited where they are read. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean without = request.getContentLengthLong() <= 0
                && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
        return without || request.getServletPath().startsWith("/api/");
    }

    /**
     * A form with files that does not say its length counts as too long, and so does any
     * of a stranger.
     */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        DataSize most = most(request);
        boolean unknown = length < 0 && (hasFiles(request) || most.equals(STRANGERS));
        if (unknown || length > most.toBytes()) {
            FormRefusal.show(HttpStatus.PAYLOAD_TOO_LARGE, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private DataSize most(HttpServletRequest request) {
        Authentication person = this.sessions.loadDeferredContext(request).get().getAuthentication();
        if (person == null || !person.isAuthenticated()) {
            return this.browser.person(request).isPresent() ? USUAL : STRANGERS;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return this.large.stream()
            .filter((form) -> form.path().matcher(path).matches())
            .map((form) -> DataSize.ofMegabytes(form.mostMib()))
            .max(Comparator.naturalOrder())
            .orElse(USUAL);
    }

    private static boolean hasFiles(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

}
