package io.slipway.identity;

import java.io.Serializable;
import java.security.Principal;
import java.time.ZoneId;

import io.slipway.ui.FullName;

/**
 * The principal of a signed-in person: no more than what every request needs, because it
 * is kept in the session.
 *
 * @param userName the name to sign in with
 * @param zone id of the time zone in which the person reads times
 */
public record SignedInPerson(String userName, String fullName,
        String zone) implements Principal, FullName, Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return this.userName;
    }

    /**
     * The time zone in which the person reads times.
     * @return the zone
     */
    public ZoneId zoneId() {
        return ZoneId.of(this.zone);
    }

}
