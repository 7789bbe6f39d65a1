package io.slipway.planning;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.planning.plan.Announcement;
import io.slipway.planning.plan.PlanDetails;
import io.slipway.planning.plan.PlanDraft;
import org.jspecify.annotations.Nullable;

/**
 * A plan as text, component by component: what the journal keeps of a change, and what
 * the page of a stale form compares.
 */
final class PlanText {

    /**
     * The components in the form's order, each with its part in the words of the policy.
     */
    private static final Map<String, String> PARTS = parts();

    private PlanText() {
    }

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("release.plan.name", "name");
        parts.put("release.plan.type", "type");
        parts.put("release.plan.model", "model");
        parts.put("release.plan.scope", "scope");
        parts.put("release.plan.services", "services");
        parts.put("release.plan.items", "items");
        parts.put("release.plan.environment", "environment");
        parts.put("release.plan.schema-change", "schema-change");
        parts.put("release.plan.start", "time");
        parts.put("release.plan.end", "time");
        parts.put("release.plan.dependencies", "dependencies");
        parts.put("release.plan.rollback-criteria", "rollback");
        parts.put("release.plan.rollback-plan", "rollback");
        parts.put("release.plan.backups", "backups");
        parts.put("release.plan.communication", "communication");
        parts.put("release.plan.announcements", "communication");
        parts.put("release.plan.support-days", "support");
        parts.put("release.plan.approvers", "people");
        parts.put("release.plan.people", "people");
        return parts;
    }

    /** The components by the message key of their label, in the form's order. */
    static Map<String, String> of(PlanDraft plan) {
        PlanDetails details = plan.details();
        Map<String, String> text = new LinkedHashMap<>();
        text.put("release.plan.name", plan.name());
        text.put("release.plan.type", plan.type().name());
        text.put("release.plan.model", plan.model().name());
        text.put("release.plan.scope", plan.scope());
        text.put("release.plan.services", String.join(", ", plan.services()));
        text.put("release.plan.items", String.join(", ", details.items()));
        text.put("release.plan.environment", details.environment());
        text.put("release.plan.schema-change", Boolean.toString(details.schemaChange()));
        text.put("release.plan.start", instant(plan.plannedStart()));
        text.put("release.plan.end", instant(plan.plannedEnd()));
        text.put("release.plan.dependencies",
                details.dependencies()
                    .stream()
                    .map((one) -> one.kind() + " " + one.release())
                    .collect(Collectors.joining("\n")));
        text.put("release.plan.rollback-criteria", plan.rollbackCriteria());
        text.put("release.plan.rollback-plan", plan.rollbackPlan());
        text.put("release.plan.backups", details.backups());
        text.put("release.plan.communication", plan.communicationPlan());
        text.put("release.plan.announcements",
                details.announcements().stream().map(PlanText::announcement).collect(Collectors.joining("\n")));
        text.put("release.plan.support-days", Integer.toString(plan.supportDays()));
        text.put("release.plan.approvers", String.join(", ", plan.approvers()));
        text.put("release.plan.people",
                details.people()
                    .stream()
                    .map((one) -> one.role().id() + ": " + one.userName())
                    .collect(Collectors.joining("\n")));
        return text;
    }

    /** The components in which two plans differ. */
    static List<PlanChange> difference(PlanDraft before, PlanDraft after) {
        Map<String, String> old = of(before);
        Map<String, String> changed = of(after);
        return PARTS.keySet()
            .stream()
            .filter((label) -> !old.get(label).equals(changed.get(label)))
            .map((label) -> new PlanChange(label, PARTS.get(label), old.get(label), changed.get(label)))
            .toList();
    }

    private static String announcement(Announcement one) {
        return one.channel() + ", " + one.minutes() + " min, " + one.anchor() + ", " + one.audience() + ": "
                + one.text();
    }

    private static String instant(@Nullable Instant instant) {
        return (instant != null) ? instant.toString() : "";
    }

}
