package io.slipway.planning.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.slipway.policy.ReleaseType;

/**
 * What plans begin with: for each type of release a plan in {@code plans/}, with texts
 * that say what belongs there.
 */
public final class PlanTemplates {

    private static final Map<ReleaseType, PlanDraft> ALL = all();

    private PlanTemplates() {
    }

    private static Map<ReleaseType, PlanDraft> all() {
        Map<ReleaseType, PlanDraft> all = new EnumMap<>(ReleaseType.class);
        for (ReleaseType type : ReleaseType.values()) {
            String file = "/plans/" + type.name().toLowerCase(Locale.ROOT) + ".yaml";
            try (InputStream in = PlanTemplates.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalStateException(file + " is missing");
                }
                all.put(type, PlanYaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }
        return all;
    }

    /**
     * Fills the gaps of a plan from the template of its type; what is written stays.
     * @return the plan without gaps in its texts and announcements
     */
    public static PlanDraft fill(PlanDraft plan) {
        PlanDraft template = ALL.get(plan.type());
        if (template == null) {
            return plan;
        }
        PlanDetails own = plan.details();
        PlanDetails given = template.details();
        List<Announcement> announcements = own.announcements().isEmpty() ? given.announcements() : own.announcements();
        PlanDetails details = new PlanDetails(own.environment(), own.schemaChange(), own.items(), own.dependencies(),
                announcements, either(own.backups(), given.backups()), own.people());
        return new PlanDraft(plan.name(), plan.type(), plan.model(), either(plan.scope(), template.scope()),
                plan.services(), plan.plannedStart(), plan.plannedEnd(),
                either(plan.rollbackCriteria(), template.rollbackCriteria()),
                either(plan.rollbackPlan(), template.rollbackPlan()),
                either(plan.communicationPlan(), template.communicationPlan()), plan.supportDays(), plan.approvers(),
                details);
    }

    private static String either(String own, String given) {
        return own.isBlank() ? given : own;
    }

}
