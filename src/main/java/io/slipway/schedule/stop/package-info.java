/**
 * Stopping the line: one switch, with owner and reason, that halts every start, and what
 * runs at its next step.
 */
@NullMarked
package io.slipway.schedule.stop;

import org.jspecify.annotations.NullMarked;
