package io.slipway.workflow;

import java.util.Arrays;
import java.util.function.Supplier;

import io.slipway.identity.Role;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Somebody with roles, signed in for as long as a piece of a test runs.
 *
 * @param userName the name to sign in with
 * @param roles the roles
 */
record Somebody(String userName, Role... roles) {

    <T> T does(Supplier<T> act) {
        SecurityContext before = SecurityContextHolder.getContext();
        String[] authorities = Arrays.stream(this.roles).map(Role::id).toArray(String[]::new);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new TestingAuthenticationToken(this.userName, "", authorities));
        SecurityContextHolder.setContext(context);
        try {
            return act.get();
        }
        finally {
            SecurityContextHolder.setContext(before);
        }
    }

    void does(Runnable act) {
        does(() -> {
            act.run();
            return true;
        });
    }

}
