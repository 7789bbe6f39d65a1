package io.slipway.identity.token;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import io.slipway.identity.Acting;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.Role;
import io.slipway.identity.TokenGrant;

import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Makes tokens for tests, and runs code as a tool that was let in by one.
 */
@Component
@Profile("test")
public class SomeToken {

    private final TokenManagement tokens;

    private final PersonDirectory people;

    private final Acting acting;

    SomeToken(TokenManagement tokens, PersonDirectory people, Acting acting) {
        this.tokens = tokens;
        this.people = people;
        this.acting = acting;
    }

    /**
     * Makes a token that may change everything.
     * @param owner its owner
     * @param roles its roles
     * @return the token
     */
    public String of(String owner, Role... roles) {
        return of(owner, true, List.of(), List.of(), roles);
    }

    /**
     * Makes a token.
     * @param owner its owner
     * @param writes whether it may change anything
     * @param releases keys of the releases that it is for
     * @param services the services that it is for
     * @param roles its roles
     * @return the token
     */
    public String of(String owner, boolean writes, List<String> releases, List<String> services, Role... roles) {
        String name = "test-" + UUID.randomUUID().toString().substring(0, 8);
        return this.acting.as("administrator", () -> {
            return this.tokens.create(new TokenOrder(owner, name, Set.of(roles), writes, releases, services, 1));
        });
    }

    /**
     * Runs code as a tool with a token of a person.
     * @param <T> what the code gives
     * @param owner the person
     * @param code what to run
     * @return what the code gave
     */
    public <T> T acting(String owner, Supplier<T> code) {
        UsernamePasswordAuthenticationToken tool = UsernamePasswordAuthenticationToken.authenticated(
                this.people.principal(owner).orElseThrow(), null,
                this.people.find(owner)
                    .orElseThrow()
                    .roles()
                    .stream()
                    .map((role) -> new SimpleGrantedAuthority(role.id()))
                    .toList());
        tool.setDetails(new TokenGrant(1, "pipeline of " + owner, true, Set.of(), Set.of()));
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        SecurityContextHolder.getContext().setAuthentication(tool);
        try {
            return code.get();
        }
        finally {
            SecurityContextHolder.setContext(before);
        }
    }

}
