/**
 * What guessing at passwords costs: who has to wait, which devices are known, and what
 * people and administrators are told of it.
 */
@NullMarked
package io.slipway.identity.guessing;

import org.jspecify.annotations.NullMarked;
