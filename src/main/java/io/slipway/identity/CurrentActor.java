package io.slipway.identity;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.ui.FullName;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Tells who acts now, from the security context of the thread.
 */
@Component
public class CurrentActor {

    /**
     * The person signed in on this thread, or for whom a tool acts by a token.
     * @return that person, or {@link Actor#SYSTEM} where nobody is signed in
     */
    public Actor get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            return Actor.SYSTEM;
        }
        Set<Role> roles = authentication.getAuthorities()
            .stream()
            .map((authority) -> Role.of(authority.getAuthority()))
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet());
        String fullName = (authentication.getPrincipal() instanceof FullName named) ? named.fullName()
                : authentication.getName();
        TokenGrant token = (authentication.getDetails() instanceof TokenGrant grant) ? grant : null;
        return new Actor(authentication.getName(), fullName, roles, token);
    }

}
