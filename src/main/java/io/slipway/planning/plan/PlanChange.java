package io.slipway.planning.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One part of a plan that differs between two versions of it.
 *
 * @param label message key of the part's name, such as {@code release.plan.scope}
 * @param part the part in the words of the policy, such as {@code scope}
 * @param before what it was; empty if nothing
 * @param after what it is; empty if nothing
 */
public record PlanChange(String label, String part, String before, String after) {

    /** What the record keeps of what was. */
    public static Map<String, String> before(List<PlanChange> changes) {
        return values(changes, PlanChange::before);
    }

    /** What the record keeps of what is. */
    public static Map<String, String> after(List<PlanChange> changes) {
        return values(changes, PlanChange::after);
    }

    private static Map<String, String> values(List<PlanChange> changes, Function<PlanChange, String> value) {
        Map<String, String> values = new LinkedHashMap<>();
        changes.forEach((change) -> values.put(change.label(), value.apply(change)));
        return values;
    }

}
