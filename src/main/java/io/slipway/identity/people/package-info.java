/**
 * Keeps people and groups: who exists, what they may act as, and how they prove who they
 * are.
 */
@NamedInterface("people")
@NullMarked
package io.slipway.identity.people;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
