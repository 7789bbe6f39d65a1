/**
 * The timeline of one release: its phases and steps on an axis of time, planned against
 * actual, waiting against working.
 */
@NullMarked
package io.slipway.monitor.timeline;

import org.jspecify.annotations.NullMarked;
