/**
 * The way back: until when it still fits, what is taken back in which order, and what
 * becomes of a rollback that fails.
 */
@NamedInterface("rollback")
@NullMarked
package io.slipway.deployment.rollback;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
