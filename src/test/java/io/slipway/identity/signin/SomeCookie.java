package io.slipway.identity.signin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * A browser that sends a cookie of its own making.
 */
final class SomeCookie {

    private SomeCookie() {
    }

    static MockHttpServletRequest sent(String name, String value) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie(name, value));
        return request;
    }

    static @Nullable String asked(AskedPage pages, String page) {
        SavedRequest saved = pages.getRequest(
                sent("slipway-page", Base64.getUrlEncoder().encodeToString(page.getBytes(StandardCharsets.UTF_8))),
                new MockHttpServletResponse());
        return (saved != null) ? saved.getRedirectUrl() : null;
    }

}
