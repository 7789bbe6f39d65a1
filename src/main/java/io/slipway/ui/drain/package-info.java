/**
 * How the portal leaves: announced first, so that whoever sends requests to it goes
 * elsewhere, and none is broken.
 */
@NullMarked
package io.slipway.ui.drain;

import org.jspecify.annotations.NullMarked;
