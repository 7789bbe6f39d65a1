/**
 * The course of deployments from wave to wave, and back, as their process models ask.
 */
@NullMarked
package io.slipway.deployment.course;

import org.jspecify.annotations.NullMarked;
