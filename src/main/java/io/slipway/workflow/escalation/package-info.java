/**
 * What becomes of a work item whose due time is over: the next level gets it as well, and
 * whom the policy names is told. Nothing is ever decided by that.
 */
@NamedInterface("escalation")
@NullMarked
package io.slipway.workflow.escalation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
