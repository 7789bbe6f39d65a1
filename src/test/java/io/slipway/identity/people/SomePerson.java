package io.slipway.identity.people;

import java.util.Set;
import java.util.UUID;

import io.slipway.identity.Acting;
import io.slipway.identity.Role;

import org.springframework.stereotype.Component;

/**
 * Makes people for tests that change them, each under a name of its own and with the
 * password of the test people.
 */
@Component
public class SomePerson {

    private final PersonManagement people;

    private final Acting acting;

    SomePerson(PersonManagement people, Acting acting) {
        this.people = people;
        this.acting = acting;
    }

    /**
     * Makes a person.
     * @param roles what the person may act as
     * @return the user name
     */
    public String with(Role... roles) {
        String userName = "p-" + UUID.randomUUID().toString().substring(0, 8);
        this.acting
            .asSystem(() -> this.people.create(userName, DemoPeople.PASSWORD, new PersonProfile("Person " + userName,
                    userName + "@example.com", "Europe/Berlin", Set.of(roles), Set.of())));
        return userName;
    }

}
