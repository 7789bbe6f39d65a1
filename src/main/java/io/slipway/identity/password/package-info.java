/**
 * What a password has to be, and how it becomes a hash.
 */
@NullMarked
package io.slipway.identity.password;

import org.jspecify.annotations.NullMarked;
