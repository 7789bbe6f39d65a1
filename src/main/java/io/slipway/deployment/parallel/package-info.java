/**
 * The parallel run of an old and a new system: what both say is compared in cycles, then
 * the new one takes over, and the old one can for a while take over again.
 */
@NamedInterface("parallel")
@NullMarked
package io.slipway.deployment.parallel;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
