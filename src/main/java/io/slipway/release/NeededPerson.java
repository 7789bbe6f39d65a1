package io.slipway.release;

import java.time.Instant;

import io.slipway.release.plan.PlannedPerson;
import jakarta.persistence.Embeddable;

/**
 * Somebody whom the plan counts on, with what collisions are found by.
 *
 * @param role name of the role
 * @param userName user name
 * @param ended whether the release has ended
 * @param scheduleAt the release's place in the schedule
 * @param endsAt its planned end, or the place in the schedule while there is none
 */
@Embeddable
record NeededPerson(String role, String userName, boolean ended, Instant scheduleAt, Instant endsAt) {

    static NeededPerson of(PlannedPerson person, boolean ended, Instant scheduleAt, Instant endsAt) {
        return new NeededPerson(person.role().id(), person.userName(), ended, scheduleAt, endsAt);
    }

}
