package io.slipway.planning.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.editor.DeploymentPart;
import io.slipway.planning.editor.ParallelRow;
import io.slipway.planning.editor.WaveRow;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanStep;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.planning.plan.PlannedPerson;
import io.slipway.planning.wave.Wave;
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
 * @param waves all waves as the plan's file has them
 * @param parallel how old and new run side by side, as the plan's file has it
 * @param wave the wave that the page is of
 * @param side how old and new run side by side, on the page of that
 * @param announcements who is told, when, two rows more than are filled
 * @param approvers user names of the stakeholders who must approve
 * @param people whom it counts on, each as {@code role:user name}
 * @param outcome the pressed button, {@code save}, {@code free-slot}, {@code template} or
 * {@code submit}
 */
record CompletePlanForm(String part, String version, String name, String type, String model, String scope,
        @Nullable List<String> services, String otherServices, @Nullable List<String> items, String environment,
        String schemaChange, String plannedStart, String plannedEnd, @Nullable List<DependencyRow> dependencies,
        String waves, String parallel, @Nullable WaveRow wave, @Nullable ParallelRow side, String rollbackCriteria,
        String rollbackPlan, String backups, String communicationPlan, @Nullable List<AnnouncementRow> announcements,
        String supportDays, @Nullable List<String> approvers, @Nullable List<String> people, String outcome) {

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
                text(part, plan, "waves"), text(part, plan, "parallel"), wave(part, plan, times),
                ParallelRow.of(plan.deployment().parallel()), back.rollbackCriteria(), back.rollbackPlan(),
                back.backups(), plan.communication().communicationPlan(),
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
                typed(PlanStep.DEPLOYMENT) ? readDeployment(kept.deployment(), times, check) : kept.deployment(),
                typed(PlanStep.WAY_BACK) ? new Plan.WayBack(this.rollbackCriteria, this.rollbackPlan, this.backups)
                        : kept.wayBack(),
                typed(PlanStep.COMMUNICATION) ? readCommunication(check) : kept.communication(),
                typed(PlanStep.SUPPORT) ? readSupport(check) : kept.support(),
                typed(PlanStep.PEOPLE) ? readPeople(check) : kept.people());
    }

    private boolean typed(PlanStep step) {
        return this.part.isEmpty() || step().equals(step.id());
    }

    /** The step that the page is of; some have several pages. */
    public String step() {
        return DeploymentPart.is(this.part) ? DeploymentPart.ALL : this.part;
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

    private static String text(String part, Plan plan, String name) {
        return (part.isEmpty() || part.equals(DeploymentPart.ALL)) ? PlanYaml.part(plan, name) : "";
    }

    private static @Nullable WaveRow wave(String part, Plan plan, Times times) {
        int at = DeploymentPart.wave(part);
        return (at >= 0 && DeploymentPart.exists(part, plan)) ? WaveRow.of(plan.deployment().waves().get(at), times)
                : null;
    }

    private Plan.Deployment readDeployment(Plan.Deployment kept, Times times, InputCheck check) {
        int at = DeploymentPart.wave(this.part);
        if (DeploymentPart.PARALLEL.equals(this.part)) {
            return new Plan.Deployment(kept.waves(), (this.side != null) ? this.side.toParallel(check) : null);
        }
        if (at >= 0) {
            return (this.wave == null || at >= kept.waves().size()) ? kept
                    : DeploymentPart.with(kept, at, this.wave.toWave(others(kept, at), times, check));
        }
        return PlanYaml.deployment(this.waves, this.parallel, check);
    }

    private static List<Wave> others(Plan.Deployment kept, int at) {
        List<Wave> others = new ArrayList<>(kept.waves());
        others.remove(at);
        return others;
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
