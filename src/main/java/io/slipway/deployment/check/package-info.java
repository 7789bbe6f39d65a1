/**
 * Checks: what is measured of a service after it was deployed, how often, and when that
 * means yes, no, or that nobody can tell.
 */
@NamedInterface("check")
@NullMarked
package io.slipway.deployment.check;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
