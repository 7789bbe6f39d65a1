/**
 * Steps that pass by themselves: what the policy lets a rule decide where every fact is
 * green.
 */
@NamedInterface("rule")
@NullMarked
package io.slipway.workflow.rule;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
