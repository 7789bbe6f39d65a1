/**
 * What a stopped line holds: deployments that ran through and wait for their
 * verification.
 */
@NamedInterface("halt")
@NullMarked
package io.slipway.deployment.halt;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
