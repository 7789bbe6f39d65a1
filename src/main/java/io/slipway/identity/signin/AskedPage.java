package io.slipway.identity.signin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Remembers, in the browser, which page somebody asked for who had to sign in first. Only
 * paths of the portal are taken back from it.
 */
class AskedPage implements RequestCache {

    private static final String COOKIE = "slipway-page";

    private static final Duration LIFE = Duration.ofHours(1);

    private static final int LONGEST = 2000;

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        if (!SignInEntryPoint.isPage(request)) {
            return;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String address = (request.getQueryString() != null) ? path + "?" + request.getQueryString() : path;
        if (address.length() <= LONGEST) {
            String value = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(address.getBytes(StandardCharsets.UTF_8));
            BrowserCookie.set(COOKIE, value, LIFE, request, response);
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        try {
            byte[] value = Base64.getUrlDecoder().decode(BrowserCookie.value(COOKIE, request));
            String address = new String(value, StandardCharsets.UTF_8);
            return isOurs(address) ? new SimpleSavedRequest(address) : null;
        }
        catch (IllegalArgumentException ex) {
            return null;
        }
    }

    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        BrowserCookie.forget(COOKIE, request, response);
    }

    /** Browsers read a backslash as a slash, and two slashes as another site. */
    private static boolean isOurs(String address) {
        return address.matches("/(?![/\\\\])[!-~]*");
    }

}
