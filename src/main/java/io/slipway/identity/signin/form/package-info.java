/**
 * Forms that were sent without a session, or with one that had ended: guarded against
 * forgery, and kept until their person has signed in.
 */
@NullMarked
package io.slipway.identity.signin.form;

import org.jspecify.annotations.NullMarked;
