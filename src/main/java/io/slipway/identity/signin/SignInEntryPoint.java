package io.slipway.identity.signin;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * Answers who is not signed in: people get the sign-in page and come back afterwards,
 * tools get a 401 that says what is missing.
 */
@Component
public class SignInEntryPoint implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (isTool(request)) {
            Problem.write(request, response, HttpStatus.UNAUTHORIZED, "Sign in first");
        }
        else {
            send(request, response, "/sign-in");
        }
    }

    /** Sends the browser to another page, also where only a fragment was asked for. */
    public static void send(HttpServletRequest request, HttpServletResponse response, String address)
            throws IOException {
        if (isFragment(request)) {
            response.setHeader("HX-Redirect", request.getContextPath() + address);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
        else {
            response.sendRedirect(request.getContextPath() + address);
        }
    }

    /** Whether a request asks for a whole page, to which a person may be sent back. */
    static boolean isPage(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) && !isFragment(request) && !isTool(request)
                && !request.getServletPath().equals("/error");
    }

    public static boolean isTool(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getServletPath().startsWith("/api/") || (accept != null
                && accept.contains(MediaType.APPLICATION_JSON_VALUE) && !accept.contains(MediaType.TEXT_HTML_VALUE));
    }

    private static boolean isFragment(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

}
