/**
 * Configuration baselines: what was recorded of a release's items before and after its
 * deployment.
 */
@NamedInterface("baseline")
@NullMarked
package io.slipway.configuration.baseline;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
