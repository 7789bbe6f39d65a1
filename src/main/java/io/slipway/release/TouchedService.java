package io.slipway.release;

import java.time.Instant;

import jakarta.persistence.Embeddable;

/**
 * A service that a release touches, with what lists by service sort and filter by.
 *
 * @param scheduleAt the release's place in the schedule
 * @param endsAt its planned end, or the place in the schedule while there is none
 */
@Embeddable
record TouchedService(String service, boolean ended, Instant scheduleAt, Instant endsAt) {
}
