package io.slipway.identity.signin;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import io.slipway.identity.guessing.KnownDevices;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * An attempt to sign in on the page, with the cookies by which devices are known. It ends
 * with the attempt: no session keeps it.
 */
@SuppressWarnings("serial")
class FormAttempt extends WebAuthenticationDetails {

    private static final int LONGEST = 100;

    private final transient Map<String, String> devices;

    FormAttempt(HttpServletRequest request) {
        super(request);
        this.devices = devices(request);
    }

    Map<String, String> devices() {
        return this.devices;
    }

    static Map<String, String> devices(HttpServletRequest request) {
        Map<String, String> devices = new HashMap<>();
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            Arrays.stream(cookies)
                .filter((cookie) -> cookie.getName().startsWith(KnownDevices.COOKIE))
                .filter((cookie) -> cookie.getValue().length() <= LONGEST)
                .forEach((cookie) -> devices.put(cookie.getName(), cookie.getValue()));
        }
        return Map.copyOf(devices);
    }

}
