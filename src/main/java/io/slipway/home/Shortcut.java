package io.slipway.home;

import java.util.List;
import java.util.stream.Stream;

import io.slipway.identity.Actor;
import io.slipway.identity.Role;

/**
 * A link that a role often needs.
 */
record Shortcut(String label, String address, String icon) {

    static List<Shortcut> of(Actor actor) {
        return Stream
            .of(shortcut(actor.has(Role.RELEASE_MANAGER), "register", "/releases/new", "plus"),
                    shortcut(true, "tasks", "/tasks", "checkbox"), shortcut(true, "releases", "/releases", "rocket"),
                    shortcut(true, "ended", "/releases?status=ended", "history"),
                    shortcut(actor.has(Role.ADMINISTRATOR), "people", "/administration/people", "users"),
                    shortcut(true, "profile", "/me", "user"))
            .flatMap((shortcuts) -> shortcuts)
            .toList();
    }

    private static Stream<Shortcut> shortcut(boolean useful, String name, String address, String icon) {
        return useful ? Stream.of(new Shortcut("home.shortcut." + name, address, icon)) : Stream.empty();
    }

}
