package io.slipway.identity.signin;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.identity.SignedInPerson;
import io.slipway.identity.session.SessionLimits;
import io.slipway.identity.session.SignIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps what a session knows of its person current. A session whose rights are no longer
 * the person's ends: the second net below ending sessions at the change itself, for a
 * sign-in that happens in the same moment. So does one that has lasted as long as any
 * may. A new name or time zone is taken over.
 */
@Component
public class CurrentRightsFilter extends OncePerRequestFilter {

    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    private final PersonDirectory people;

    private final SessionLimits limits;

    CurrentRightsFilter(PersonDirectory people, SessionLimits limits) {
        this.people = people;
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInPerson person) {
            if (!holds(person, authentication) || isOver(request)) {
                end(request);
            }
            else {
                this.people.principal(person.userName())
                    .filter((current) -> !current.equals(person))
                    .ifPresent((current) -> renew(current, authentication, request, response));
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(HttpServletRequest request) {
        return SignIn.of(request).filter((signIn) -> !this.limits.isOver(signIn)).isEmpty();
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private void renew(SignedInPerson current, Authentication authentication, HttpServletRequest request,
            HttpServletResponse response) {
        UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.authenticated(current, null,
                authentication.getAuthorities());
        token.setDetails(authentication.getDetails());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(token);
        SecurityContextHolder.setContext(context);
        this.sessions.saveContext(context, request, response);
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
