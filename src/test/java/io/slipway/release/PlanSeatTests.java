package io.slipway.release;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.slipway.approval.Seat;
import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.plan.PlanDetails;
import io.slipway.release.plan.PlanDraft;
import io.slipway.release.plan.PlannedPerson;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemManagement;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plans are approved by whom they name and whom the policy asks for; a person counts
 * once.
 */
@SlipwayTest
class PlanSeatTests {

    @Autowired
    ReleaseManagement releases;

    @Autowired
    PlanManagement plans;

    @Autowired
    WorkItemManagement workItems;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    Acting acting;

    @Test
    void seatsWhomThePlanNamesAndWhomThePolicyAsksForOnceEach() {
        String key = this.acting.as("release-manager", () -> this.releases.register(new RegisterRelease("SEATS-1",
                "Seats", ReleaseType.MAJOR, DeploymentModel.BIG_BANG, List.of("Payments"))));
        PlanDraft plan = this.releases.get(key).draft();
        PlanDetails details = new PlanDetails("production", false, List.of(), List.of(), List.of(), "",
                List.of(new PlannedPerson(Role.SERVICE_OWNER, "service-owner"),
                        new PlannedPerson(Role.BUILD_ENGINEER, "build-engineer")));
        PlanDraft named = new PlanDraft(plan.name(), plan.type(), plan.model(), plan.scope(), plan.services(), null,
                null, "", "", "", 21, List.of("stakeholder"), details);
        this.acting.as("release-manager", () -> this.plans.save(key, this.releases.get(key).version(), named));
        List<Seat> seats = this.plans.seats(this.releases.get(key));
        assertThat(seats).contains(new Seat(Role.STAKEHOLDER, "stakeholder"),
                new Seat(Role.SERVICE_OWNER, "service-owner"), new Seat(Role.STAKEHOLDER, null));
        assertThat(seats).filteredOn((seat) -> seat.role() == Role.SERVICE_OWNER).hasSize(1);
        assertThat(seats).filteredOn((seat) -> seat.role() == Role.STAKEHOLDER).hasSize(2);
        assertThat(seats).extracting(Seat::role).doesNotContain(Role.BUILD_ENGINEER);
    }

    @Test
    void asksARoleWhereNobodyIsNamedAndLetsTheSeatBeGivenBack() {
        LocalDateTime start = LocalDate.now(ZoneOffset.UTC).plusDays(12).atTime(6, 0);
        String key = this.driver.register("Seats of a role");
        this.driver.complete("release-manager", key, "complete-plan", "submit", "type", "MAJOR", "model", "PHASED",
                "services", List.of("Seats of a role"), "scope", "Much", "plannedStart", start.toString(), "plannedEnd",
                start.plusHours(2).toString(), "rollbackCriteria", "Failures", "rollbackPlan", "Back",
                "communicationPlan", "Mail", "supportDays", "14", "approvers", List.of("stakeholder"));
        this.driver.await(key, "approve-plan");
        List<WorkItem> open = this.workItems.openOf(key);
        WorkItem free = open.stream().filter((item) -> item.role() == Role.SERVICE_OWNER).findFirst().orElseThrow();
        assertThat(free.assignee()).isNull();
        assertThat(free.named()).isFalse();
        this.acting.as("service-owner", () -> this.workItems.claim(free.id()));
        this.acting.as("service-owner", () -> this.workItems.unclaim(free.id()));
        assertThat(this.workItems.get(free.id()).assignee()).isNull();
        assertThat(open).filteredOn((item) -> "stakeholder".equals(item.assignee()))
            .singleElement()
            .satisfies((item) -> assertThat(item.named()).isTrue());
        this.driver.approvePlan(key, "service-owner");
        this.driver.approvePlan(key, "stakeholder");
        assertThat(this.releases.get(key).plan().approved()).isFalse();
        this.driver.approvePlan(key, "stakeholder-2");
        this.driver.await(key, "deliver-units");
    }

}
