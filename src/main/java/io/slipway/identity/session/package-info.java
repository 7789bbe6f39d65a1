/**
 * Sessions of signed-in people: what each knows of its sign-in, when it ends, and who
 * sees and ends it.
 */
@NullMarked
package io.slipway.identity.session;

import org.jspecify.annotations.NullMarked;
