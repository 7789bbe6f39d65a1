package io.slipway.search;

import java.util.List;
import java.util.stream.Collectors;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.ui.Messages;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Finds people by the beginning of their user name or of a part of their name, without
 * asking the database. Administrators go to the account, everybody else to the releases
 * of a release manager, and sees of others what they are.
 */
@Component
@Order(6)
class PersonFinder implements Finder {

    private final PersonDirectory people;

    private final CurrentActor currentActor;

    private final Messages messages;

    PersonFinder(PersonDirectory people, CurrentActor currentActor, Messages messages) {
        this.people = people;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "person";
    }

    @Override
    public String icon() {
        return "user";
    }

    @Override
    public SearchGroup find(String text) {
        Actor reader = this.currentActor.get();
        List<SearchHit> found = this.people.beginning(text, MOST + 1)
            .stream()
            .map((person) -> new SearchHit(person.userName(), person.fullName(), roles(person),
                    address(person, reader)))
            .toList();
        return SearchGroup.of(this, text, found, reader.has(Role.ADMINISTRATOR) ? "/administration/people" : null);
    }

    private String roles(PersonSummary person) {
        return person.roles()
            .stream()
            .sorted()
            .map((role) -> this.messages.text("identity.role." + role.id()))
            .collect(Collectors.joining(", "));
    }

    private static @Nullable String address(PersonSummary person, Actor reader) {
        if (reader.has(Role.ADMINISTRATOR)) {
            return "/administration/people/" + person.userName();
        }
        return person.roles().contains(Role.RELEASE_MANAGER)
                ? UriComponentsBuilder.fromPath("/releases").queryParam("owner", person.userName()).toUriString()
                : null;
    }

}
