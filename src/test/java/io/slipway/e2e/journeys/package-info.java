/**
 * Whole ways through the portal in a real browser; each class says which requirement it
 * shows.
 */
@NullMarked
package io.slipway.e2e.journeys;

import org.jspecify.annotations.NullMarked;
