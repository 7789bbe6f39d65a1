package io.slipway.planning.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.slipway.identity.Role;
import io.slipway.planning.wave.Needed;

/**
 * Somebody whom a plan counts on in a role.
 *
 * @param userName user name of who acts in it
 */
public record PlannedPerson(Role role, @JsonProperty("person") String userName) {

    public PlannedPerson {
        Needed.of(role, "role");
        Needed.of(userName, "person");
    }

    /** As the difference of two plans shows it. */
    @Override
    public String toString() {
        return this.role.id() + ": " + this.userName;
    }

}
