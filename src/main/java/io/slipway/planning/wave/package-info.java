/**
 * What a deployment plan is made of: waves of steps, what follows what, what is checked.
 */
@NamedInterface("wave")
@NullMarked
package io.slipway.planning.wave;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
