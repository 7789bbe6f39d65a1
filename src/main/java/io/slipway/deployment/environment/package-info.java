/**
 * Environments as objects: where releases go, who has one to themselves, when it is
 * booked, and what runs where.
 */
@NamedInterface("environment")
@NullMarked
package io.slipway.deployment.environment;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
