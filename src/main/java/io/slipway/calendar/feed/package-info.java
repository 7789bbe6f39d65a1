/**
 * The calendar as calendar programs read it: iCalendar (RFC 5545) at a personal address.
 */
@NullMarked
package io.slipway.calendar.feed;

import org.jspecify.annotations.NullMarked;
