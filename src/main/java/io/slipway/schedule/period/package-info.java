/**
 * Windows and freezes: their rules, their expansion into occurrences, and what a freeze
 * would hit.
 */
@NamedInterface("period")
@NullMarked
package io.slipway.schedule.period;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
