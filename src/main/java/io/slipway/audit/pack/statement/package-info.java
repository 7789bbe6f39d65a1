/**
 * What a pack states for other programs: in-toto statements, in signed envelopes.
 */
@NullMarked
package io.slipway.audit.pack.statement;

import org.jspecify.annotations.NullMarked;
