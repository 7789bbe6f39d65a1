package io.slipway.planning;

/**
 * One part of a plan that differs between two versions of it.
 *
 * @param label message key of the part's name, such as {@code release.plan.scope}
 * @param part the part in the words of the policy, such as {@code scope}
 * @param before what it was; empty if nothing
 * @param after what it is; empty if nothing
 */
public record PlanChange(String label, String part, String before, String after) {
}
