/**
 * Signing in and out: who is let in, how often may be tried, and what the browser is told
 * to guard.
 */
@NullMarked
package io.slipway.identity.signin;

import org.jspecify.annotations.NullMarked;
