/**
 * Waivers of failed gates: asked for by one, approved by another, bound to one package,
 * expiring, followed up.
 */
@NamedInterface("waiver")
@NullMarked
package io.slipway.validation.waiver;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
