package io.slipway.planning.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.ReleaseOutline;
import io.slipway.release.ReleaseSchedule;
import org.jspecify.annotations.Nullable;

/**
 * What the release manager writes into a plan: the command to save, submit or amend it.
 * Texts may be empty while the plan is only saved. Instants are UTC, to the millisecond.
 * Names are sorted, so that equal plans are equal.
 *
 * @param type how far it reaches
 * @param model how it reaches production
 * @param scope what is delivered and what is not
 * @param services the services it touches
 * @param plannedStart when the deployment shall begin
 * @param plannedEnd when it shall be done
 * @param rollbackCriteria the conditions under which it is backed out
 * @param rollbackPlan the steps that restore the former baseline
 * @param communicationPlan what introduces the announcements
 * @param supportDays length of early life support in days
 * @param approvers user names of the stakeholders who must approve
 * @param details what reaches beyond the release itself
 */
public record PlanDraft(String name, ReleaseType type, DeploymentModel model, String scope, List<String> services,
        @Nullable Instant plannedStart, @Nullable Instant plannedEnd, String rollbackCriteria, String rollbackPlan,
        String communicationPlan, int supportDays, List<String> approvers, PlanDetails details) {

    public PlanDraft {
        services = sorted(services);
        approvers = sorted(approvers);
        plannedStart = (plannedStart != null) ? plannedStart.truncatedTo(ChronoUnit.MILLIS) : null;
        plannedEnd = (plannedEnd != null) ? plannedEnd.truncatedTo(ChronoUnit.MILLIS) : null;
    }

    /**
     * A plan without the parts that reach beyond the release.
     * @param type how far it reaches
     * @param model how it reaches production
     * @param scope what is delivered and what is not
     * @param services the services it touches
     * @param plannedStart when the deployment shall begin
     * @param plannedEnd when it shall be done
     * @param rollbackCriteria the conditions under which it is backed out
     * @param rollbackPlan the steps that restore the former baseline
     * @param communicationPlan what introduces the announcements
     * @param supportDays length of early life support in days
     * @param approvers user names of the stakeholders who must approve
     */
    public PlanDraft(String name, ReleaseType type, DeploymentModel model, String scope, List<String> services,
            @Nullable Instant plannedStart, @Nullable Instant plannedEnd, String rollbackCriteria, String rollbackPlan,
            String communicationPlan, int supportDays, List<String> approvers) {
        this(name, type, model, scope, services, plannedStart, plannedEnd, rollbackCriteria, rollbackPlan,
                communicationPlan, supportDays, approvers, PlanDetails.NONE);
    }

    /**
     * The same plan at another time, of the same length. Refuses, with an
     * {@link IllegalStateException}, a plan without start or end.
     * @param start when the deployment shall begin, UTC
     */
    public PlanDraft movedTo(Instant start) {
        if (this.plannedStart == null || this.plannedEnd == null) {
            throw new IllegalStateException("A plan without times cannot be moved");
        }
        return new PlanDraft(this.name, this.type, this.model, this.scope, this.services, start,
                start.plus(Duration.between(this.plannedStart, this.plannedEnd)), this.rollbackCriteria,
                this.rollbackPlan, this.communicationPlan, this.supportDays, this.approvers, this.details);
    }

    /**
     * A plan of which only what registers hold is known.
     * @param outline what they hold
     * @return the plan, otherwise empty
     */
    public static PlanDraft of(ReleaseOutline outline) {
        ReleaseSchedule schedule = outline.schedule();
        return new PlanDraft(outline.name(), outline.type(), outline.model(), "", schedule.services(),
                schedule.plannedStart(), schedule.plannedEnd(), "", "", "", schedule.supportDays(), List.of(),
                new PlanDetails(schedule.environment(), false, List.of(), List.of(), List.of(), "", List.of()));
    }

    /**
     * What registers and schedules hold of it.
     */
    public ReleaseOutline outline() {
        return new ReleaseOutline(this.name, this.type, this.model, new ReleaseSchedule(this.services,
                this.details.environment(), this.plannedStart, this.plannedEnd, this.supportDays));
    }

    /**
     * The same plan for another release. Times and dependencies hold for one release
     * only: a copy begins without them.
     */
    public PlanDraft copiedTo(ReleaseOutline other) {
        PlanDetails copied = new PlanDetails(this.details.environment(), this.details.schemaChange(),
                this.details.items(), List.of(), this.details.announcements(), this.details.backups(),
                this.details.people());
        return new PlanDraft(other.name(), other.type(), other.model(), this.scope, other.schedule().services(), null,
                null, this.rollbackCriteria, this.rollbackPlan, this.communicationPlan, this.supportDays,
                this.approvers, copied);
    }

    private static List<String> sorted(List<String> names) {
        return names.stream()
            .distinct()
            .sorted(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()))
            .toList();
    }

}
