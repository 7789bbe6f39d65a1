/**
 * Runs: a deployment plan carried out, live or to rehearse it. Which step comes next the
 * process models decide; what became of waves and steps, when, and how that is known, is
 * kept here.
 */
@NamedInterface("run")
@NullMarked
package io.slipway.deployment.run;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
