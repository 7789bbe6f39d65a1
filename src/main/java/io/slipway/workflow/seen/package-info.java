/**
 * What whoever decided saw: the facts of a decision page, kept with the decision.
 */
@NamedInterface("seen")
@NullMarked
package io.slipway.workflow.seen;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
