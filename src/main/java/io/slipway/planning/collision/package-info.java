/**
 * Collisions: what stands in the way of a planned deployment, and when it could be
 * instead.
 */
@NamedInterface("collision")
@NullMarked
package io.slipway.planning.collision;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
