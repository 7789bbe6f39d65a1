/**
 * The steps that people take: which form belongs to which, and what guides whoever takes
 * it.
 */
@NamedInterface("step")
@NullMarked
package io.slipway.workflow.step;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
