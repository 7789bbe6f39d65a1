package io.slipway.calendar.web;

import io.slipway.calendar.CalendarItem;
import io.slipway.planning.collision.CollisionReport;

/**
 * A release that something is in the way of, and when it could be instead.
 *
 * @param report what is in its way, and the next free slot
 */
record CollidingRelease(CalendarItem item, CollisionReport report) {
}
