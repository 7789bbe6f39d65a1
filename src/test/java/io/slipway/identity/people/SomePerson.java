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
     * Makes a person without a role who has a certain address.
     * @param address the mail address
     * @return the address
     */
    public String withAddress(String address) {
        String userName = "p-" + UUID.randomUUID().toString().substring(0, 8);
        this.acting.asSystem(() -> this.people.createDemo(userName,
                new PersonProfile("Person " + userName, address, "UTC", Set.of(), Set.of())));
        return address;
    }

    /**
     * Makes a person.
     * @param roles what the person may act as
     * @return the user name
     */
    public String with(Role... roles) {
        String userName = "p-" + UUID.randomUUID().toString().substring(0, 8);
        return called(userName, "Person " + userName, roles);
    }

    /**
     * Makes a person with a name.
     * @param userName the name to sign in with
     * @param fullName the name to show
     * @param roles what the person may act as
     * @return the user name
     */
    public String called(String userName, String fullName, Role... roles) {
        this.acting.asSystem(() -> this.people.createDemo(userName,
                new PersonProfile(fullName, userName + "@example.com", "Europe/Berlin", Set.of(roles), Set.of())));
        return userName;
    }

}
