package io.slipway.approval;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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

    /**
     * Reads rules as decision tables write them. Refuses unknown roles and other numbers
     * than 1 to 20.
     * @param text such as {@code stakeholder:2,service-owner:1}; may be empty
     * @return the rules, in their order
     */
    public static List<ApprovalRule> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter((rule) -> !rule.isEmpty()).map((rule) -> {
            String[] parts = rule.split(":", 2);
            Role role = Role.of(parts[0]).orElseThrow(() -> new IllegalArgumentException("There is no role " + rule));
            return new ApprovalRule(role, Integer.parseInt(parts[1]));
        }).toList();
    }

    /**
     * Writes rules as decision tables do.
     * @return such as {@code stakeholder:2,service-owner:1}
     */
    public static String text(List<ApprovalRule> rules) {
        return rules.stream().map((rule) -> rule.role().id() + ":" + rule.minimum()).collect(Collectors.joining(","));
    }

}
