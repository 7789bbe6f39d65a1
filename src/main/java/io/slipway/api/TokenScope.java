package io.slipway.api;

import java.util.List;
import java.util.Map;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.TokenGrant;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Keeps a token to what it was made for: one that only reads changes nothing; one for
 * named releases or services reads and changes no other release, lists releases by its
 * services only, and changes nothing besides.
 */
@Component
public class TokenScope implements HandlerInterceptor {

    public static final String RELEASES = ApiErrors.PREFIX + "v1/releases";

    /** These judge the scope themselves, since only their body says what is concerned. */
    private static final List<String> BY_BODY = List.of(RELEASES, ApiErrors.PREFIX + "v1/events");

    private final CurrentActor currentActor;

    private final ReleaseManagement releases;

    private final Messages messages;

    TokenScope(CurrentActor currentActor, ReleaseManagement releases, Messages messages) {
        this.currentActor = currentActor;
        this.releases = releases;
        this.messages = messages;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        TokenGrant token = this.currentActor.get().token();
        if (token == null) {
            return true;
        }
        boolean reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod())
                || HttpMethod.OPTIONS.matches(request.getMethod());
        refuseIf(!reads && !token.writes(), "api.token.reads");
        if (!token.everywhere()) {
            judge(token, request, reads);
        }
        return true;
    }

    private void judge(TokenGrant token, HttpServletRequest request, boolean reads) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String key = release(request);
        if (path.startsWith(RELEASES + "/") && key != null) {
            ReleaseDetails release = this.releases.get(key);
            refuseIf(!token.covers(release.key(), release.services()), "api.token.scope");
        }
        else if (path.equals(RELEASES) && reads) {
            String service = request.getParameter("service");
            refuseIf(service == null || !token.coversServices(List.of(service)), "api.token.service");
        }
        else {
            refuseIf(!reads && !BY_BODY.contains(path), "api.token.scope");
        }
    }

    private static @Nullable String release(HttpServletRequest request) {
        return (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("key") instanceof String key) ? key : null;
    }

    /**
     * Refuses a release that the current token, if there is one, is not for, with an
     * {@code AccessDeniedException}.
     */
    public void require(String key, List<String> services) {
        TokenGrant token = this.currentActor.get().token();
        refuseIf(token != null && !token.covers(key, services), "api.token.scope");
    }

    private void refuseIf(boolean outside, String code) {
        if (outside) {
            throw new AccessDeniedException(this.messages.text(code));
        }
    }

}
