package io.slipway.release;

import java.time.Instant;

import jakarta.persistence.Embeddable;

/**
 * A configuration item that the release touches, with what collisions are found by.
 *
 * @param item its key
 * @param ended whether the release has ended
 * @param scheduleAt the release's place in the schedule
 * @param endsAt its planned end, or the place in the schedule while there is none
 */
@Embeddable
record TouchedItem(String item, boolean ended, Instant scheduleAt, Instant endsAt) {
}
