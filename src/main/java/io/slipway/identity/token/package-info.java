/**
 * Tokens, by which tools act for people: made for an owner, shown once, kept as a hash.
 */
@NamedInterface("token")
@NullMarked
package io.slipway.identity.token;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
