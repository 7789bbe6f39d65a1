package io.slipway.approval;

/**
 * An approval that nobody can give.
 *
 * @param rule the rule that cannot be met
 * @param available how many people could act on it
 * @param reason why there are not more, as text for people
 */
public record Shortage(ApprovalRule rule, int available, String reason) {
}
