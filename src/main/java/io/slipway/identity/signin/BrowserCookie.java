package io.slipway.identity.signin;

import java.time.Duration;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * What a browser keeps for the portal: no script reads it, no other site sends it along
 * with a form, and over HTTPS its name lets nobody else set it.
 */
public final class BrowserCookie {

    private static final String OURS_ONLY = "__Host-";

    private BrowserCookie() {
    }

    /**
     * Has the browser keep a value.
     * @param value characters that cookies may have
     * @param life how long; zero until the browser is closed
     */
    public static void set(String name, String value, Duration life, HttpServletRequest request,
            HttpServletResponse response) {
        add(name, value, life.isZero() ? Duration.ofSeconds(-1) : life, request, response);
    }

    /** Has the browser forget a value, if it sent one. */
    public static void forget(String name, HttpServletRequest request, HttpServletResponse response) {
        if (!value(name, request).isEmpty()) {
            add(name, "", Duration.ZERO, request, response);
        }
    }

    /** The value that the browser kept, empty if it has none. */
    public static String value(String name, HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, named(name, request));
        return (cookie != null) ? cookie.getValue() : "";
    }

    private static void add(String name, String value, Duration age, HttpServletRequest request,
            HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE,
                ResponseCookie.from(named(name, request), value)
                    .path("/")
                    .maxAge(age)
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .build()
                    .toString());
    }

    private static String named(String name, HttpServletRequest request) {
        return request.isSecure() ? OURS_ONLY + name : name;
    }

}
