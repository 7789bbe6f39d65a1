package io.slipway.audit.pack.chapter;

import java.util.Collection;
import java.util.List;

import io.slipway.identity.PersonDirectory;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Names people in a pack.
 */
@Component("packPeople")
class People {

    private final PersonDirectory people;

    People(PersonDirectory people) {
        this.people = people;
    }

    /** A person; null for nobody. */
    @Nullable Who who(@Nullable String user) {
        return (user == null || user.isBlank()) ? null : new Who(user, this.people.name(user));
    }

    /** Some people, in their order. */
    List<Who> all(Collection<String> users) {
        return users.stream().map((user) -> new Who(user, this.people.name(user))).toList();
    }

}
