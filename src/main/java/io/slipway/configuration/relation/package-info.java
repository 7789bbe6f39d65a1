/**
 * How configuration items hang together, and what one of them touches.
 */
@NamedInterface("relation")
@NullMarked
package io.slipway.configuration.relation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
