/**
 * Stopping the line: one switch, with owner and reason, that halts every start, and what
 * runs at its next step.
 */
@NamedInterface("stop")
@NullMarked
package io.slipway.schedule.stop;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
