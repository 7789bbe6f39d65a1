package io.slipway.planning.plan;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.slipway.identity.Role;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a plan's file: its names and their order. Only name, type and model have
 * to be there.
 *
 * @param type how far it reaches
 * @param model how it reaches production
 * @param environment where it is deployed to
 * @param scope what is delivered and what is not
 * @param services the services it touches
 * @param configurationItems keys of the affected configuration items
 * @param schemaChange whether a database schema changes
 * @param plannedStart when the deployment shall begin
 * @param plannedEnd when it shall be done
 * @param dependencies what it asks of other releases
 * @param rollbackCriteria the conditions under which it is backed out
 * @param rollbackPlan the steps that restore the former baseline
 * @param backups what is backed up, and where
 * @param communicationPlan what introduces the announcements
 * @param announcements who is told, when
 * @param supportDays length of early life support in days
 * @param approvers user names of the stakeholders who must approve
 * @param people whom it counts on
 */
record PlanFile(String name, ReleaseType type, DeploymentModel model, @Nullable String environment,
        @Nullable String scope, @Nullable List<String> services, @Nullable List<String> configurationItems,
        @Nullable Boolean schemaChange, @Nullable Instant plannedStart, @Nullable Instant plannedEnd,
        @Nullable List<Other> dependencies, @Nullable String rollbackCriteria, @Nullable String rollbackPlan,
        @Nullable String backups, @Nullable String communicationPlan, @Nullable List<Told> announcements,
        @Nullable Integer supportDays, @Nullable List<String> approvers, @Nullable List<Someone> people) {

    PlanFile {
        need(name, "name");
        need(type, "type");
        need(model, "model");
    }

    static PlanFile of(PlanDraft plan) {
        PlanDetails details = plan.details();
        return new PlanFile(plan.name(), plan.type(), plan.model(), details.environment(), plan.scope(),
                plan.services(), details.items(), details.schemaChange(), plan.plannedStart(), plan.plannedEnd(),
                details.dependencies().stream().map((one) -> new Other(one.kind(), one.release())).toList(),
                plan.rollbackCriteria(), plan.rollbackPlan(), details.backups(), plan.communicationPlan(),
                details.announcements()
                    .stream()
                    .map((one) -> new Told(one.recipients(), one.channel(), one.anchor(), one.minutes(), one.text()))
                    .toList(),
                plan.supportDays(), plan.approvers(),
                details.people().stream().map((one) -> new Someone(one.role(), one.userName())).toList());
    }

    PlanDraft plan() {
        PlanDetails details = new PlanDetails((this.environment != null) ? this.environment : PlanDetails.PRODUCTION,
                Boolean.TRUE.equals(this.schemaChange), all(this.configurationItems),
                all(this.dependencies).stream().map((one) -> new Dependency(one.kind(), one.release())).toList(),
                all(this.announcements).stream()
                    .map((one) -> new Announcement(String.join(",", all(one.audience())), one.channel(), one.anchor(),
                            one.minutes(), text(one.text())))
                    .toList(),
                text(this.backups),
                all(this.people).stream().map((one) -> new PlannedPerson(one.role(), one.person())).toList());
        return new PlanDraft(this.name, this.type, this.model, text(this.scope), all(this.services), this.plannedStart,
                this.plannedEnd, text(this.rollbackCriteria), text(this.rollbackPlan), text(this.communicationPlan),
                (this.supportDays != null) ? this.supportDays : this.type.supportDays(), all(this.approvers), details);
    }

    private static void need(@Nullable Object value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
    }

    private static String text(@Nullable String text) {
        return (text != null) ? text : "";
    }

    private static <T> List<T> all(@Nullable List<T> values) {
        return (values != null) ? values.stream().filter(Objects::nonNull).toList() : List.of();
    }

    /**
     * A dependency.
     *
     * @param kind what is asked
     * @param release key of the other release
     */
    record Other(DependencyKind kind, String release) {

        Other {
            need(kind, "kind");
            need(release, "release");
        }

    }

    /**
     * An announcement.
     *
     * @param audience roles and mail addresses
     * @param channel by which way
     * @param anchor the time that it counts from
     * @param minutes how long after it; negative before
     * @param text what is said
     */
    record Told(@Nullable List<String> audience, Channel channel, Anchor anchor, int minutes, @Nullable String text) {

        Told {
            need(channel, "channel");
            need(anchor, "anchor");
        }

    }

    /**
     * A person in a role.
     */
    record Someone(Role role, String person) {

        Someone {
            need(role, "role");
            need(person, "person");
        }

    }

}
