/**
 * Windows and freezes: their rules, their expansion into occurrences, and what a freeze
 * would hit.
 */
@NullMarked
package io.slipway.schedule.period;

import org.jspecify.annotations.NullMarked;
