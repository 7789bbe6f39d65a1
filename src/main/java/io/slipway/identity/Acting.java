package io.slipway.identity;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Runs code as a person, with that person's roles: for the demo, for tests, and for
 * requests whose address alone stands for a person, such as calendar feeds.
 */
@Component
public class Acting {

    private final PersonDirectory people;

    Acting(PersonDirectory people) {
        this.people = people;
    }

    /**
     * Runs code as a person, with times in that person's zone, and restores who acted
     * before.
     * @param <T> what the code gives
     * @param userName the person; refuses one who does not exist or is disabled
     */
    public <T> T as(String userName, Supplier<T> code) {
        PersonSummary person = this.people.find(userName)
            .filter(PersonSummary::enabled)
            .orElseThrow(() -> new IllegalArgumentException("Nobody enabled is called " + userName));
        SignedInPerson principal = this.people.principal(userName).orElseThrow();
        return with(principal, person.roles(), null, code);
    }

    /**
     * Runs code as a person and restores who acted before.
     * @param userName the person; refuses one who does not exist or is disabled
     */
    public void as(String userName, Runnable code) {
        as(userName, () -> {
            code.run();
            return true;
        });
    }

    /**
     * Runs code as a tool that acts for a person, as with a token: with those of some
     * roles that the person has.
     * @param <T> what the code gives
     * @param owner the person; refuses one who does not exist or is disabled
     * @param grant what the tool may do
     * @param roles the roles that it may have
     */
    public <T> T asTool(String owner, TokenGrant grant, Set<Role> roles, Supplier<T> code) {
        PersonSummary person = this.people.find(owner)
            .filter(PersonSummary::enabled)
            .orElseThrow(() -> new AccessDeniedException("Nobody enabled is called " + owner));
        SignedInPerson principal = this.people.principal(owner).orElseThrow();
        return with(principal, roles.stream().filter(person.roles()::contains).toList(), grant, code);
    }

    /**
     * Runs code as the portal itself with the say of an administrator: for what it sets
     * up before anybody can sign in.
     */
    public void asSystem(Runnable code) {
        SignedInPerson portal = new SignedInPerson(Actor.SYSTEM.userName(), Actor.SYSTEM.fullName(), "UTC");
        with(portal, List.of(Role.ADMINISTRATOR), null, () -> {
            code.run();
            return true;
        });
    }

    private static <T> T with(SignedInPerson principal, Collection<Role> roles, @Nullable TokenGrant grant,
            Supplier<T> code) {
        List<? extends GrantedAuthority> authorities = roles.stream()
            .map((role) -> new SimpleGrantedAuthority(role.id()))
            .toList();
        UsernamePasswordAuthenticationToken authentication = UsernamePasswordAuthenticationToken
            .authenticated(principal, null, authorities);
        authentication.setDetails(grant);
        SecurityContext before = SecurityContextHolder.getContext();
        LocaleContext placeBefore = LocaleContextHolder.getLocaleContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        LocaleContextHolder.setTimeZone(TimeZone.getTimeZone(principal.zoneId()));
        try {
            return code.get();
        }
        finally {
            LocaleContextHolder.setLocaleContext(placeBefore);
            SecurityContextHolder.setContext(before);
        }
    }

}
