/**
 * Rehearsals: a plan of waves carried out where nobody depends on it, by the models of a
 * live run. What they take and prove is kept for the live run.
 */
@NamedInterface("rehearsal")
@NullMarked
package io.slipway.deployment.rehearsal;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
