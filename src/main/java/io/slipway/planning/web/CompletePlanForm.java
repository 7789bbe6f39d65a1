package io.slipway.planning.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanStep;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.planning.plan.PlannedPerson;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.ui.Times;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * The plan as typed, whole or one step of it: may be saved with gaps, but not submitted
 * with them. Times are in the person's zone.
 *
 * @param part the step that was typed; empty for the whole plan
 * @param version the version of the release that the person saw
 * @param otherServices further ones, separated by commas; taken over into the ticked ones
 * @param items keys of the affected configuration items
 * @param dependencies what it asks of other releases, two rows more than are filled
 * @param announcements who is told, when, two rows more than are filled
 * @param approvers user names of the stakeholders who must approve
 * @param people whom it counts on, each as {@code role:user name}
 * @param outcome the pressed button, {@code save}, {@code free-slot}, {@code template} or
 * {@code submit}
 */
record CompletePlanForm(String part, String version, String name, String type, String model, String scope,
        @Nullable List<String> services, String otherServices, @Nullable List<String> items, String environment,
        String schemaChange, String plannedStart, String plannedEnd, @Nullable List<DependencyRow> dependencies,
        String waves, String parallel, String rollbackCriteria, String rollbackPlan, String backups,
        String communicationPlan, @Nullable List<AnnouncementRow> announcements, String supportDays,
        @Nullable List<String> approvers, @Nullable List<String> people, String outcome) {

    private static final int MOST_ROWS = 40;

    private static final int BLANK_ROWS = 2;

    CompletePlanForm {
        services = FormText.all(services, otherServices);
        otherServices = "";
        items = picked(items);
        schemaChange = "true".equals(schemaChange) ? "true" : "";
        dependencies = rows(dependencies, DependencyRow::empty, new DependencyRow("", ""));
        announcements = rows(announcements, AnnouncementRow::empty, new AnnouncementRow(List.of(), "", "", "", "", ""));
        approvers = picked(approvers);
        people = picked(people);
    }

    static CompletePlanForm of(String part, int version, Plan plan, Times times) {
        Plan.Scope scope = plan.scope();
        Plan.WayBack back = plan.wayBack();
        return new CompletePlanForm(part, Integer.toString(version), scope.name(), scope.type().name(),
                scope.model().name(), scope.scope(), scope.services(), "", scope.items(), scope.environment(),
                Boolean.toString(scope.schemaChange()), times.toInputText(plan.times().plannedStart()),
                times.toInputText(plan.times().plannedEnd()), DependencyRow.of(plan.times().dependencies()),
                PlanYaml.part(plan, "waves"), PlanYaml.part(plan, "parallel"), back.rollbackCriteria(),
                back.rollbackPlan(), back.backups(), plan.communication().communicationPlan(),
                AnnouncementRow.of(plan.communication().announcements()),
                Integer.toString(plan.support().supportDays()), plan.people().approvers(),
                plan.people().people().stream().map((one) -> one.role().id() + ":" + one.userName()).toList(), "");
    }

    /**
     * What was typed, in its place in a plan; what cannot be read is noted, and missing
     * in it.
     * @param kept the plan as it was kept, for the steps that were not typed
     */
    Plan toPlan(Plan kept, Times times, InputCheck check) {
        return new Plan(typed(PlanStep.SCOPE) ? readScope() : kept.scope(),
                typed(PlanStep.TIMES) ? readTimes(times, check) : kept.times(),
                typed(PlanStep.DEPLOYMENT) ? readDeployment(check) : kept.deployment(),
                typed(PlanStep.WAY_BACK) ? new Plan.WayBack(this.rollbackCriteria, this.rollbackPlan, this.backups)
                        : kept.wayBack(),
                typed(PlanStep.COMMUNICATION) ? readCommunication(check) : kept.communication(),
                typed(PlanStep.SUPPORT) ? readSupport(check) : kept.support(),
                typed(PlanStep.PEOPLE) ? readPeople(check) : kept.people());
    }

    private boolean typed(PlanStep step) {
        return this.part.isEmpty() || this.part.equals(step.id());
    }

    private Plan.Scope readScope() {
        return new Plan.Scope(this.name,
                FormText.chosen(ReleaseType.class, "type", this.type, "release.plan.type.missing"),
                FormText.chosen(DeploymentModel.class, "model", this.model, "release.plan.model.missing"), this.scope,
                this.services, this.items, this.environment, "true".equals(this.schemaChange));
    }

    private Plan.Times readTimes(Times times, InputCheck check) {
        return new Plan.Times(times.read(check, "plannedStart", this.plannedStart),
                times.read(check, "plannedEnd", this.plannedEnd),
                this.dependencies.stream().filter((row) -> !row.empty()).map(DependencyRow::toDependency).toList());
    }

    private Plan.Deployment readDeployment(InputCheck check) {
        return PlanYaml.deployment(this.waves, this.parallel, check);
    }

    private Plan.Communication readCommunication(InputCheck check) {
        return new Plan.Communication(this.communicationPlan,
                this.announcements.stream()
                    .filter((row) -> !row.empty())
                    .map((row) -> check.read(row::toAnnouncement))
                    .toList());
    }

    private Plan.Support readSupport(InputCheck check) {
        return new Plan.Support(
                FormText.number(check, "supportDays", this.supportDays, "release.plan.support-days.missing"));
    }

    private Plan.People readPeople(InputCheck check) {
        return new Plan.People(this.approvers,
                this.people.stream().map((one) -> check.read(() -> person(one))).toList());
    }

    private static PlannedPerson person(String picked) {
        String[] parts = picked.split(":", 2);
        Role role = Role.of(parts[0])
            .filter((known) -> parts.length == 2)
            .orElseThrow(() -> new InvalidInputException("people", "release.plan.people.unknown", picked));
        return new PlannedPerson(role, parts[1]);
    }

    /** What was ticked, and what was typed with commas between. */
    private static List<String> picked(@Nullable List<String> sent) {
        return FormText.all(List.of(), (sent != null) ? String.join(",", sent) : "");
    }

    /** The version that it was opened with; refuses a form that carries none. */
    int seen() {
        if (!this.version.matches("[0-9]{1,9}")) {
            throw new InvalidInputException("", "release.plan.version.missing");
        }
        return Integer.parseInt(this.version);
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
