package io.slipway.planning.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

import io.slipway.input.WholeNumber;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.ui.DateTimeText;
import io.slipway.ui.FormText;
import io.slipway.ui.RequiredFor;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The plan as typed: may be saved with gaps, but not submitted with them. Times are in
 * the person's zone.
 *
 * @param version the version of the release that the person saw
 * @param type how far it reaches
 * @param model how it reaches production
 * @param scope what is delivered and what is not
 * @param services the services it touches, ticked
 * @param otherServices further ones, separated by commas; taken over into the ticked ones
 * @param plannedStart when the deployment shall begin
 * @param plannedEnd when it shall be done
 * @param rollbackCriteria the conditions under which it is backed out
 * @param rollbackPlan the steps that restore the former baseline
 * @param communicationPlan who is told what and when
 * @param supportDays length of early life support
 * @param approvers user names of the stakeholders who must approve
 * @param environment where it is deployed to
 * @param schemaChange {@code true} if a database schema changes, else empty
 * @param items keys of the affected configuration items, separated by commas
 * @param dependencies what it asks of other releases, two rows more than are filled
 * @param announcements who is told, when, two rows more than are filled
 * @param backups what is backed up, and where
 * @param people whom it counts on, two rows more than are filled
 * @param outcome the pressed button, {@code save}, {@code free-slot}, {@code template} or
 * {@code submit}
 */
@RequiredFor(outcomes = "submit", field = "scope", message = "{release.plan.scope.missing}")
@RequiredFor(outcomes = "submit", field = "services", message = "{release.services.missing}")
@RequiredFor(outcomes = "submit", field = "plannedStart", message = "{release.plan.start.missing}")
@RequiredFor(outcomes = "submit", field = "plannedEnd", message = "{release.plan.end.missing}")
@RequiredFor(outcomes = "submit", field = "rollbackCriteria", message = "{release.plan.rollback-criteria.missing}")
@RequiredFor(outcomes = "submit", field = "rollbackPlan", message = "{release.plan.rollback-plan.missing}")
@RequiredFor(outcomes = "submit", field = "communicationPlan", message = "{release.plan.communication.missing}")
@RequiredFor(outcomes = "submit", field = "approvers", message = "{release.plan.approvers.missing}")
record CompletePlanForm(@Nullable String version,
        @NotBlank(message = "{release.plan.name.missing}") @Size(max = 120,
                message = "{release.invalid.long}") @Nullable String name,
        @NotBlank(message = "{release.plan.type.missing}") @Nullable String type,
        @NotBlank(message = "{release.plan.model.missing}") @Nullable String model,
        @Size(max = CompletePlanForm.LONGEST, message = "{release.invalid.long}") @Nullable String scope,
        @Nullable List<String> services, @Nullable String otherServices, @DateTimeText @Nullable String plannedStart,
        @DateTimeText @Nullable String plannedEnd,
        @Size(max = CompletePlanForm.LONGEST, message = "{release.invalid.long}") @Nullable String rollbackCriteria,
        @Size(max = CompletePlanForm.LONGEST, message = "{release.invalid.long}") @Nullable String rollbackPlan,
        @Size(max = CompletePlanForm.LONGEST, message = "{release.invalid.long}") @Nullable String communicationPlan,
        @NotBlank(message = "{release.plan.support-days.missing}") @WholeNumber(min = 1,
                max = 90) @Nullable String supportDays,
        @Nullable List<String> approvers, @Nullable String environment, @Nullable String schemaChange,
        @Size(max = CompletePlanForm.LONGEST, message = "{release.invalid.long}") @Nullable String items,
        @Nullable List<DependencyRow> dependencies, @Nullable List<AnnouncementRow> announcements,
        @Size(max = CompletePlanForm.LONGEST, message = "{release.invalid.long}") @Nullable String backups,
        @Nullable List<PersonRow> people, @Nullable String outcome) {

    /** The longest text of a plan, in characters. */
    static final int LONGEST = 8000;

    private static final int MOST_ROWS = 40;

    private static final int BLANK_ROWS = 2;

    CompletePlanForm {
        version = FormText.of(version);
        name = FormText.of(name);
        type = FormText.constant(ReleaseType.class, type);
        model = FormText.constant(DeploymentModel.class, model);
        scope = FormText.of(scope);
        services = FormText.all(services, otherServices);
        otherServices = "";
        plannedStart = FormText.of(plannedStart);
        plannedEnd = FormText.of(plannedEnd);
        rollbackCriteria = FormText.of(rollbackCriteria);
        rollbackPlan = FormText.of(rollbackPlan);
        communicationPlan = FormText.of(communicationPlan);
        supportDays = FormText.of(supportDays);
        approvers = FormText.all(approvers, "");
        environment = FormText.of(environment);
        schemaChange = "true".equals(schemaChange) ? "true" : "";
        items = String.join(", ", FormText.all(List.of(), (items != null) ? items.replace('\n', ',') : ""));
        dependencies = rows(dependencies, DependencyRow::empty, new DependencyRow("", ""));
        announcements = rows(announcements, AnnouncementRow::empty, new AnnouncementRow("", "", "", "", "", ""));
        backups = FormText.of(backups);
        people = rows(people, PersonRow::empty, new PersonRow("", ""));
        outcome = FormText.of(outcome);
    }

    /** The filled rows, and some to fill. */
    private static <T> List<T> rows(@Nullable List<@Nullable T> sent, Predicate<T> empty, T blank) {
        List<T> rows = new ArrayList<>();
        for (T row : (sent != null) ? sent : List.<T>of()) {
            if (row != null && !empty.test(row) && rows.size() < MOST_ROWS) {
                rows.add(row);
            }
        }
        rows.addAll(Collections.nCopies(BLANK_ROWS, blank));
        return rows;
    }

}
