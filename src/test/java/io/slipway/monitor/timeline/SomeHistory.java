package io.slipway.monitor.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.slipway.identity.Role;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseSchedule;
import io.slipway.release.ReleaseStatus;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemState;
import io.slipway.workflow.history.Holding;
import io.slipway.workflow.history.PhaseRun;
import io.slipway.workflow.history.ReleaseHistory;
import io.slipway.workflow.history.StepRun;
import io.slipway.workflow.history.SystemWait;
import org.jspecify.annotations.Nullable;

/**
 * A made-up course of a release, told by hours since its registration.
 */
final class SomeHistory {

    static final Instant BEGIN = Instant.parse("2026-11-23T08:00:00Z");

    private final List<PhaseRun> phases = new ArrayList<>();

    private final List<StepRun> steps = new ArrayList<>();

    private final List<SystemWait> waits = new ArrayList<>();

    static Instant hour(double hours) {
        return BEGIN.plus(Duration.ofMillis((long) (hours * 3_600_000)));
    }

    SomeHistory phase(String phase, double from, @Nullable Double to) {
        this.phases.add(new PhaseRun(phase, hour(from), (to != null) ? hour(to) : null, false));
        return this;
    }

    /** A completed step; claimed as given, or never. */
    SomeHistory step(String name, double from, @Nullable Double claimed, double to, String outcome) {
        WorkItem item = item(name, hour(from), WorkItemState.COMPLETED, hour(to), outcome, "PLAN");
        this.steps.add(new StepRun(item,
                (claimed != null) ? List.of(new Holding("release-manager", hour(claimed), hour(to))) : List.of(),
                true));
        return this;
    }

    SomeHistory open(String name, double from) {
        this.steps.add(new StepRun(item(name, hour(from), WorkItemState.OPEN, null, null, "PLAN"), List.of(), true));
        return this;
    }

    SomeHistory cancelled(String name, double from, double to) {
        this.steps
            .add(new StepRun(item(name, hour(from), WorkItemState.CANCELLED, hour(to), null, "PLAN"), List.of(), true));
        return this;
    }

    /** A step of which the engine has forgotten who had it. */
    SomeHistory forgotten(String name, double from, double to) {
        this.steps.add(new StepRun(item(name, hour(from), WorkItemState.COMPLETED, hour(to), "approve", "BUILD"),
                List.of(), false));
        return this;
    }

    SomeHistory systemWait(String name, double from, @Nullable Double to) {
        this.waits.add(new SystemWait("Event_" + name.replace(" ", ""), name, "PLAN", hour(from),
                (to != null) ? hour(to) : null, false));
        return this;
    }

    ReleaseHistory history() {
        return new ReleaseHistory(this.phases, this.steps, this.waits);
    }

    List<StepRun> steps() {
        return this.steps;
    }

    private WorkItem item(String name, Instant from, WorkItemState state, @Nullable Instant to,
            @Nullable String outcome, String phase) {
        int number = this.steps.size() + 1;
        return new WorkItem("item-" + number, "PAY-1", "Payments", "PlanReleaseProcess",
                "Task_" + name.replace(" ", ""), name, phase, Role.RELEASE_MANAGER, null, 50, from, null, from, state,
                to, (state == WorkItemState.COMPLETED) ? "release-manager" : null, outcome,
                "reject".equals(outcome) ? "Not in the week of the audit." : null, "release/any", null, null, false,
                null, null, null, false);
    }

    /** A release that ended so many hours after its registration, or goes on. */
    static ReleaseDetails release(ReleaseStatus status, Phase phase, @Nullable Double ended,
            @Nullable Double plannedStart) {
        Instant start = (plannedStart != null) ? hour(plannedStart) : null;
        return new ReleaseDetails("PAY-1", "Payments", ReleaseType.MINOR, DeploymentModel.PHASED, "release-manager",
                phase, status,
                new ReleaseSchedule(List.of(), "production", start,
                        (start != null) ? start.plus(Duration.ofHours(4)) : null, 7),
                BEGIN, (ended != null) ? hour(ended) : null, null, null, null, 1);
    }

}
