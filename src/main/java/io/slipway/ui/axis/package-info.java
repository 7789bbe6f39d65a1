/**
 * The axis of time of what the portal draws.
 */
@NamedInterface("axis")
@NullMarked
package io.slipway.ui.axis;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
