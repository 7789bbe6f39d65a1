package io.slipway.planning.web;

import java.time.Instant;
import java.util.List;

import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.plan.Announcement;
import io.slipway.planning.plan.PlanDetails;
import io.slipway.planning.plan.PlanDraft;
import io.slipway.planning.plan.PlannedPerson;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.ReleaseDetails;
import io.slipway.ui.FormText;
import io.slipway.ui.Times;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Turns plans into forms and back, in the person's zone.
 */
@Component
class PlanForms {

    private final CurrentPlans plans;

    private final Times times;

    PlanForms(CurrentPlans plans, Times times) {
        this.plans = plans;
        this.times = times;
    }

    CompletePlanForm form(ReleaseDetails release) {
        PlanDraft plan = this.plans.of(release).plan();
        return new CompletePlanForm(Integer.toString(release.version()), release.name(), release.type().name(),
                release.model().name(), plan.scope(), plan.services(), "", text(plan.plannedStart()),
                text(plan.plannedEnd()), plan.rollbackCriteria(), plan.rollbackPlan(), plan.communicationPlan(),
                Integer.toString(plan.supportDays()), plan.approvers(), plan.details().environment(),
                Boolean.toString(plan.details().schemaChange()), String.join(", ", plan.details().items()),
                DependencyRow.of(plan.details().dependencies()), AnnouncementRow.of(plan.details().announcements()),
                plan.details().backups(), PersonRow.of(plan.details().people()), "");
    }

    /** What was typed; refuses with every field that cannot be read. */
    PlanDraft draft(CompletePlanForm form) {
        InputCheck check = new InputCheck();
        Instant start = check.read(() -> instant("plannedStart", form.plannedStart()));
        Instant end = check.read(() -> instant("plannedEnd", form.plannedEnd()));
        PlanDetails details = details(form, check);
        check.finish();
        return new PlanDraft(form.name(), ReleaseType.valueOf(form.type()), DeploymentModel.valueOf(form.model()),
                form.scope(), form.services(), start, end, form.rollbackCriteria(), form.rollbackPlan(),
                form.communicationPlan(), Integer.parseInt(form.supportDays()), form.approvers(), details);
    }

    private static PlanDetails details(CompletePlanForm form, InputCheck check) {
        List<Announcement> announcements = check.read(() -> form.announcements()
            .stream()
            .filter((row) -> !row.empty())
            .map(AnnouncementRow::toAnnouncement)
            .toList());
        List<PlannedPerson> people = check
            .read(() -> form.people().stream().filter((row) -> !row.empty()).map(PersonRow::toPerson).toList());
        return new PlanDetails(form.environment().isEmpty() ? PlanDetails.PRODUCTION : form.environment(),
                "true".equals(form.schemaChange()), FormText.all(List.of(), form.items()),
                form.dependencies().stream().filter((row) -> !row.empty()).map(DependencyRow::toDependency).toList(),
                (announcements != null) ? announcements : List.of(), form.backups(),
                (people != null) ? people : List.of());
    }

    /**
     * The version that a form was opened with.
     * @return the version; refuses a form that carries none
     */
    int version(CompletePlanForm form) {
        if (!form.version().matches("[0-9]{1,9}")) {
            throw new InvalidInputException("", "release.plan.version.missing");
        }
        return Integer.parseInt(form.version());
    }

    private String text(@Nullable Instant instant) {
        return (instant != null) ? this.times.toInputText(instant) : "";
    }

    private @Nullable Instant instant(String field, String text) {
        return text.isEmpty() ? null : this.times.parse(field, text);
    }

}
