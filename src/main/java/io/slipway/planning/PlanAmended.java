package io.slipway.planning;

import java.util.List;

/**
 * An approved plan was amended.
 *
 * @param parts the changed parts in the words of the policy, such as {@code time}
 */
public record PlanAmended(String key, List<String> parts, boolean planVoid, boolean changeVoid) {
}
