/**
 * Brings events to those who listen, after commit and until each has taken them.
 */
@NullMarked
package io.slipway.notification.event;

import org.jspecify.annotations.NullMarked;
