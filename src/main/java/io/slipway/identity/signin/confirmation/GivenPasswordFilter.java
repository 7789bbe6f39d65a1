package io.slipway.identity.signin.confirmation;

import java.io.IOException;
import java.util.Set;

import io.slipway.identity.session.SignIn;
import io.slipway.identity.signin.Problem;
import io.slipway.identity.signin.SignInEntryPoint;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody do anything with a password that somebody else chose, but choose another.
 */
public class GivenPasswordFilter extends OncePerRequestFilter {

    /** Where the password is changed. */
    public static final String ADDRESS = "/me/password";

    private static final Set<String> OPEN = Set.of(ADDRESS, "/sign-out", "/theme", "/error");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (OPEN.contains(path) || SignIn.of(request).filter(SignIn::passwordGiven).isEmpty()) {
            chain.doFilter(request, response);
        }
        else if (SignInEntryPoint.isTool(request)) {
            Problem.write(request, response, HttpStatus.FORBIDDEN, GivenPasswordException.WORDS);
        }
        else {
            SignInEntryPoint.send(request, response, ADDRESS);
        }
    }

}
