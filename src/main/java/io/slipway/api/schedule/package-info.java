/**
 * Windows and freezes for tools.
 */
@NullMarked
package io.slipway.api.schedule;

import org.jspecify.annotations.NullMarked;
