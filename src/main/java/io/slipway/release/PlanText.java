package io.slipway.release;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.slipway.release.plan.PlanDraft;
import org.jspecify.annotations.Nullable;

/**
 * A plan as text, component by component: what the journal keeps of a change, and what
 * the page of a stale form compares.
 */
final class PlanText {

    private PlanText() {
    }

    /** The components by the message key of their label, in the form's order. */
    static Map<String, String> of(PlanDraft plan) {
        Map<String, String> text = new LinkedHashMap<>();
        text.put("release.plan.name", plan.name());
        text.put("release.plan.type", plan.type().name());
        text.put("release.plan.model", plan.model().name());
        text.put("release.plan.scope", plan.scope());
        text.put("release.plan.services", String.join(", ", plan.services().stream().sorted().toList()));
        text.put("release.plan.start", instant(plan.plannedStart()));
        text.put("release.plan.end", instant(plan.plannedEnd()));
        text.put("release.plan.rollback-criteria", plan.rollbackCriteria());
        text.put("release.plan.rollback-plan", plan.rollbackPlan());
        text.put("release.plan.communication", plan.communicationPlan());
        text.put("release.plan.support-days", Integer.toString(plan.supportDays()));
        text.put("release.plan.approvers", String.join(", ", plan.approvers().stream().sorted().toList()));
        return text;
    }

    private static String instant(@Nullable Instant instant) {
        return (instant != null) ? instant.toString() : "";
    }

}
