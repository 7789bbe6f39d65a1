/**
 * Stopping the line: one switch, with owner and reason, that halts every start.
 */
@NullMarked
package io.slipway.schedule.stop;

import org.jspecify.annotations.NullMarked;
