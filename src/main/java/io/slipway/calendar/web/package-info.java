/**
 * The pages of the calendar, and how a period is laid out in days.
 */
@NullMarked
package io.slipway.calendar.web;

import org.jspecify.annotations.NullMarked;
