package io.slipway.identity.signin;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.identity.SignedInPerson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose rights are no longer the person's: the second net below ending
 * sessions at the change itself, for a sign-in that happens in the same moment.
 */
@Component
class CurrentRightsFilter extends OncePerRequestFilter {

    private final PersonDirectory people;

    CurrentRightsFilter(PersonDirectory people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInPerson person
                && !holds(person, authentication)) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean holds(SignedInPerson person, Authentication authentication) {
        Set<String> authorities = authentication.getAuthorities()
            .stream()
            .map(GrantedAuthority::getAuthority)
            .collect(Collectors.toSet());
        return this.people.find(person.userName())
            .filter(PersonSummary::enabled)
            .map((known) -> known.roles().stream().map(Role::id).collect(Collectors.toSet()).equals(authorities))
            .orElse(false);
    }

}
