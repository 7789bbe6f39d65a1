package io.slipway.planning.web;

import java.util.List;

import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.plan.PlannedPerson;

/**
 * A person in a role, as typed.
 */
record PersonRow(String role, String person) {

    static List<PersonRow> of(List<PlannedPerson> people) {
        return people.stream().map((one) -> new PersonRow(one.role().id(), one.userName())).toList();
    }

    boolean empty() {
        return this.role.isEmpty() && this.person.isEmpty();
    }

    PlannedPerson toPerson() {
        Role chosen = Role.of(this.role)
            .orElseThrow(() -> new InvalidInputException("people", "release.plan.people.role-missing"));
        return new PlannedPerson(chosen, this.person);
    }

}
