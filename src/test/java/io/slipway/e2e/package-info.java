/**
 * Journeys through the portal in a real browser: the browser itself, its pages under
 * {@code pages}, the journeys under {@code journeys}.
 */
@NullMarked
package io.slipway.e2e;

import org.jspecify.annotations.NullMarked;
