/**
 * Facts that decide a step, as each practice tells them and the decision page shows them.
 */
@NamedInterface("fact")
@NullMarked
package io.slipway.workflow.fact;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
