package io.slipway.approval;

import io.slipway.identity.Role;

/**
 * How many people of a role must approve.
 *
 * @param role the role in which they act
 * @param minimum how many, 1 to 20
 */
public record ApprovalRule(Role role, int minimum) {

    /** The most people that one rule may ask for. */
    public static final int MOST = 20;

    public ApprovalRule {
        if (minimum < 1 || minimum > MOST) {
            throw new IllegalArgumentException("A rule asks for 1 to " + MOST + " people, not " + minimum);
        }
    }

}
