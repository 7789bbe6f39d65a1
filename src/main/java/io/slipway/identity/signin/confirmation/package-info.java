/**
 * Acts for which a person says the password again, and passwords that others gave and
 * that have to be changed first.
 */
@NullMarked
package io.slipway.identity.signin.confirmation;

import org.jspecify.annotations.NullMarked;
