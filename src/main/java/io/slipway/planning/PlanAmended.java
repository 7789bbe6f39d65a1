package io.slipway.planning;

import java.util.List;

/**
 * An approved plan was amended.
 *
 * @param parts the changed parts in the words of the policy, such as {@code time}
 * @param planVoid whether the plan has to be approved again
 * @param changeVoid whether the change has to be authorised again
 */
public record PlanAmended(String key, List<String> parts, boolean planVoid, boolean changeVoid) {
}
