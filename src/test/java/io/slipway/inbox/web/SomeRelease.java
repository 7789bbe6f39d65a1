package io.slipway.inbox.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.slipway.approval.Seat;
import io.slipway.identity.Acting;
import io.slipway.planning.PlanManagement;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.RegisterRelease;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.WorkItems;
import org.awaitility.Awaitility;

import org.springframework.stereotype.Component;

/**
 * Makes releases for tests of tasks, each under a key of its own, and brings them to the
 * step that a test needs.
 */
@Component
class SomeRelease {

    private final ReleaseManagement releases;

    private final PlanManagement plans;

    private final WorkItems workItems;

    private final WorkItemActs acts;

    private final Acting acting;

    private final Clock clock;

    SomeRelease(ReleaseManagement releases, PlanManagement plans, WorkItems workItems, WorkItemActs acts, Acting acting,
            Clock clock) {
        this.releases = releases;
        this.plans = plans;
        this.workItems = workItems;
        this.acts = acts;
        this.acting = acting;
        this.clock = clock;
    }

    /** A release whose plan is to be completed. */
    String registered() {
        return registered("INB-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT));
    }

    String registered(String key) {
        return registered(key, "Payments");
    }

    private String registered(String key, String service) {
        this.acting.as("release-manager", () -> this.releases.register(new RegisterRelease(key, "Release " + key,
                ReleaseType.MINOR, DeploymentModel.PHASED, List.of(service))));
        return key;
    }

    /** A release whose plan waits for the approval of these people. */
    String submitted(String... approvers) {
        return submittedFor("Payments", approvers);
    }

    /** The same, of a service of its own. */
    String submittedFor(String service, String... approvers) {
        String key = registered(
                "INB-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT), service);
        String task = task(key, "Task_CompletePlan", null);
        this.acting.as("release-manager", () -> this.acts.complete(task, (item) -> {
            ReleaseDetails release = this.releases.get(key);
            List<Seat> seats = this.plans.submit(key, release.version(), plan(release, service, List.of(approvers)));
            return Outcome.of("submit").with("seats", Seat.text(seats)).with("planRejected", false);
        }));
        return key;
    }

    private Plan plan(ReleaseDetails release, String service, List<String> approvers) {
        Instant start = this.clock.instant().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.HOURS);
        return PlanYaml.read("""
                name: %s
                type: minor
                model: phased
                scope: New card reader
                services: [%s]
                rollback_criteria: Error rate above 1 %%
                rollback_plan: Switch back
                communication_plan: Mail on Monday
                support_days: 14
                """.formatted(release.name(), service))
            .withTimes(new Plan.Times(start, start.plus(Duration.ofHours(3)), List.of()))
            .withPeople(new Plan.People(approvers, List.of()));
    }

    /** The open task of a step, as soon as it waits; of a certain assignee, if given. */
    String task(String key, String step, @org.jspecify.annotations.Nullable String assignee) {
        return Awaitility.await()
            .until(() -> this.workItems.openOf(key)
                .stream()
                .filter((item) -> item.step().equals(step))
                .filter((item) -> assignee == null || assignee.equals(item.assignee()))
                .map(WorkItem::id)
                .findFirst()
                .orElse(""), (id) -> !id.isEmpty());
    }

    String approval(String key, String approver) {
        return task(key, "Task_ApprovePlan", approver);
    }

}
