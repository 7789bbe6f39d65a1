package io.slipway.planning.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.slipway.planning.wave.ParallelRun;
import io.slipway.planning.wave.Wave;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.PolicyInputs;
import io.slipway.policy.ReleaseType;
import io.slipway.policy.Risk;
import io.slipway.release.ReleaseOutline;
import io.slipway.release.ReleaseSchedule;
import org.jspecify.annotations.Nullable;

/**
 * A plan: what a release brings, when, the way back, who is told, how long it is watched,
 * and on whom it counts. Texts are empty while nobody has written them. Equal plans are
 * equal, and have one canonical text ({@link PlanYaml}), since names are sorted and
 * instants are UTC, to the millisecond. Each component of the seven records is a
 * {@link Part}: it needs no other place but the form, the template and the messages.
 */
public record Plan(@JsonUnwrapped Scope scope, @JsonUnwrapped Times times, @JsonUnwrapped Deployment deployment,
        @JsonUnwrapped WayBack wayBack, @JsonUnwrapped Communication communication, @JsonUnwrapped Support support,
        @JsonUnwrapped People people) {

    /** A plan of which only what registers hold is known. */
    public static Plan of(ReleaseOutline outline) {
        ReleaseSchedule schedule = outline.schedule();
        return new Plan(
                new Scope(outline.name(), outline.type(), outline.model(), "", schedule.services(), List.of(),
                        schedule.environment(), false),
                new Times(schedule.plannedStart(), schedule.plannedEnd(), List.of()), Deployment.NONE,
                new WayBack("", "", ""), new Communication("", List.of()), new Support(schedule.supportDays()),
                new People(List.of(), List.of()));
    }

    /** What registers and schedules hold of it. */
    public ReleaseOutline outline() {
        return new ReleaseOutline(this.scope.name, this.scope.type, this.scope.model,
                new ReleaseSchedule(this.scope.services, this.scope.environment, this.times.plannedStart,
                        this.times.plannedEnd, this.support.supportDays));
    }

    /** The same plan at other times. */
    public Plan withTimes(Times other) {
        return new Plan(this.scope, other, this.deployment, this.wayBack, this.communication, this.support,
                this.people);
    }

    /** The same plan with other waves. */
    public Plan withDeployment(Deployment other) {
        return new Plan(this.scope, this.times, other, this.wayBack, this.communication, this.support, this.people);
    }

    /** The same plan with other announcements. */
    public Plan withCommunication(Communication other) {
        return new Plan(this.scope, this.times, this.deployment, this.wayBack, other, this.support, this.people);
    }

    /** The same plan with other people. */
    public Plan withPeople(People other) {
        return new Plan(this.scope, this.times, this.deployment, this.wayBack, this.communication, this.support, other);
    }

    /**
     * The same plan for another release. Times and dependencies hold for one release
     * only: a copy begins without them.
     */
    public Plan copiedTo(ReleaseOutline other) {
        Scope copied = new Scope(other.name(), other.type(), other.model(), this.scope.scope,
                other.schedule().services(), this.scope.items, this.scope.environment, this.scope.schemaChange);
        return new Plan(copied, new Times(null, null, List.of()), this.deployment.timeless(), this.wayBack,
                this.communication, this.support, this.people);
    }

    private static <T> List<T> sorted(List<T> values, Comparator<T> order) {
        return values.stream().filter(Objects::nonNull).distinct().sorted(order).toList();
    }

    /**
     * What is delivered, and where.
     *
     * @param items keys of the affected configuration items
     * @param environment where it is deployed to; production if it is left empty
     */
    @JsonPropertyOrder({ "name", "type", "model", "environment" })
    public record Scope(String name, ReleaseType type, DeploymentModel model, String scope, List<String> services,
            @JsonProperty("configuration_items") List<String> items, String environment, boolean schemaChange) {

        public Scope {
            services = sorted(services, String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()));
            items = sorted(items, Comparator.naturalOrder());
            environment = environment.isBlank() ? ReleaseSchedule.PRODUCTION : environment;
        }

        /** What the policy asks of it, if so much is at stake. */
        public PolicyInputs inputs(Risk risk) {
            return new PolicyInputs(this.type, risk, this.model);
        }

    }

    /** When it is deployed, and what of others has to be before, at once or apart. */
    public record Times(@Part(label = "start", policy = "time") @Nullable Instant plannedStart,
            @Part(label = "end", policy = "time") @Nullable Instant plannedEnd, List<Dependency> dependencies) {

        public Times {
            plannedStart = (plannedStart != null) ? plannedStart.truncatedTo(ChronoUnit.MILLIS) : null;
            plannedEnd = (plannedEnd != null) ? plannedEnd.truncatedTo(ChronoUnit.MILLIS) : null;
            dependencies = sorted(dependencies,
                    Comparator.comparing(Dependency::release).thenComparing(Dependency::kind));
        }

        /**
         * The same length from another start on. Refuses, with an
         * {@link IllegalStateException}, times without start or end.
         * @param start when the deployment shall begin, UTC
         */
        public Times from(Instant start) {
            if (this.plannedStart == null || this.plannedEnd == null) {
                throw new IllegalStateException("A plan without times cannot be moved");
            }
            return new Times(start, start.plus(Duration.between(this.plannedStart, this.plannedEnd)),
                    this.dependencies);
        }

    }

    /**
     * In which waves it is deployed. What is empty does not stand in the plan's file, so
     * that plans from before there were waves keep their digest.
     *
     * @param waves in their order; none if it is deployed in one piece
     * @param parallel how old and new run side by side; null if they do not
     */
    public record Deployment(@Part(policy = "waves") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Wave> waves,
            @Part(policy = "waves") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ParallelRun parallel) {

        /** In one piece. */
        public static final Deployment NONE = new Deployment(List.of(), null);

        public Deployment {
            waves = waves.stream().filter(Objects::nonNull).toList();
        }

        /** The same without fixed times, which hold for one release only. */
        Deployment timeless() {
            return new Deployment(this.waves.stream().map(Wave::timeless).toList(), this.parallel);
        }

    }

    /** How it is taken back. */
    public record WayBack(@Part(policy = "rollback") String rollbackCriteria,
            @Part(policy = "rollback") String rollbackPlan, String backups) {
    }

    /**
     * Who is told what.
     *
     * @param announcements who is told, when, in their order
     */
    public record Communication(@Part(label = "communication", policy = "communication") String communicationPlan,
            @Part(policy = "communication") List<Announcement> announcements) {

        public Communication {
            announcements = announcements.stream().filter(Objects::nonNull).toList();
        }

    }

    /**
     * How long it is watched.
     *
     * @param supportDays length of early life support in days
     */
    public record Support(@Part(policy = "support") int supportDays) {
    }

    /**
     * Whom it counts on.
     *
     * @param approvers user names of the stakeholders who must approve
     */
    public record People(@Part(policy = "people") List<String> approvers, List<PlannedPerson> people) {

        public People {
            approvers = sorted(approvers, String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()));
            people = sorted(people, Comparator.comparing(PlannedPerson::role).thenComparing(PlannedPerson::userName));
        }

    }

}
