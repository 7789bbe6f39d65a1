package io.slipway.planning;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.slipway.approval.Seat;
import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.input.InputProblem;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlannedPerson;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.RegisterRelease;
import io.slipway.release.ReleaseManagement;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.Shows;
import io.slipway.test.SlipwayTest;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.WorkItems;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Plans are approved by whom they name and whom the policy asks for; a person counts
 * once.
 */
@SlipwayTest
class PlanSeatTests {

    @Autowired
    ReleaseManagement releases;

    @Autowired
    CurrentPlans current;

    @Autowired
    PlanManagement plans;

    @Autowired
    WorkItems workItems;

    @Autowired
    WorkItemActs acts;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    Acting acting;

    @Autowired
    JdbcTemplate database;

    @Test
    @Shows("ReleasePolicyDecision.planApprovals")
    void seatsWhomThePlanNamesAndWhomThePolicyAsksForOnceEach() {
        String key = this.acting.as("release-manager", () -> this.releases.register(new RegisterRelease("SEATS-1",
                "Seats", ReleaseType.MAJOR, DeploymentModel.BIG_BANG, List.of("Payments"))));
        Plan plan = this.current.of(key).plan();
        Plan named = plan.withPeople(
                new Plan.People(List.of("stakeholder"), List.of(new PlannedPerson(Role.SERVICE_OWNER, "service-owner"),
                        new PlannedPerson(Role.BUILD_ENGINEER, "build-engineer"))));
        this.acting.as("release-manager", () -> this.plans.save(key, this.releases.get(key).version(), named));
        List<Seat> seats = this.plans.seats(this.releases.get(key));
        assertThat(seats).contains(new Seat(Role.STAKEHOLDER, "stakeholder"),
                new Seat(Role.SERVICE_OWNER, "service-owner"), new Seat(Role.STAKEHOLDER, null));
        assertThat(seats).filteredOn((seat) -> seat.role() == Role.SERVICE_OWNER).hasSize(1);
        assertThat(seats).filteredOn((seat) -> seat.role() == Role.STAKEHOLDER).hasSize(2);
        assertThat(seats).extracting(Seat::role).doesNotContain(Role.BUILD_ENGINEER);
    }

    @Test
    void refusesAtSubmissionWhatNobodyCouldApprove() {
        String key = this.driver.register("Everybody is away");
        String away = """
                insert into absences (person_id, from_at, until_at, version)
                select distinct person_id, utc_timestamp() - interval 1 day, utc_timestamp() + interval 90 day, 0
                  from person_roles where role = 'service-owner'""";
        this.database.update(away);
        try {
            assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> submitMajor(key, "3"))
                .satisfies(
                        (refusal) -> assertThat(refusal.problems()).extracting(InputProblem::field, InputProblem::code)
                            .containsExactly(tuple("supportDays", "release.plan.support-days.policy"),
                                    tuple("approvers", "release.plan.shortage")))
                .satisfies((refusal) -> assertThat(refusal.problems().get(1).arguments()).contains("service-owner"));
            assertThat(this.current.of(key).revision()).isZero();
            assertThat(this.workItems.openOf(key)).extracting(WorkItem::form).containsExactly("planning/complete-plan");
        }
        finally {
            this.database.update("""
                    delete from absences where until_at > utc_timestamp() + interval 80 day and person_id in
                    (select person_id from person_roles where role = 'service-owner')""");
        }
        submitMajor(key, "14");
        this.driver.await(key, "approve-plan");
    }

    @Test
    void namesEverythingThatASubmittedPlanLacks() {
        String key = this.driver.register("Full of gaps");
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as("release-manager",
                    () -> this.plans.submit(key, this.releases.get(key).version(), this.current.of(key).plan())))
            .satisfies((refusal) -> assertThat(refusal.problems()).extracting(InputProblem::field)
                .containsExactly("scope", "services", "plannedStart", "plannedEnd", "rollbackCriteria", "rollbackPlan",
                        "communicationPlan", "approvers"));
    }

    private void submitMajor(String key, String supportDays) {
        LocalDateTime start = LocalDate.now(ZoneOffset.UTC).plusDays(12).atTime(6, 0);
        this.driver.complete("release-manager", key, "complete-plan", "submit", "type", "MAJOR", "model", "PHASED",
                "services", List.of("Seats of a role"), "scope", "Much", "plannedStart", start.toString(), "plannedEnd",
                start.plusHours(2).toString(), "rollbackCriteria", "Failures", "rollbackPlan", "Back",
                "communicationPlan", "Mail", "supportDays", supportDays, "approvers", List.of("stakeholder"));
    }

    @Test
    void asksARoleWhereNobodyIsNamedAndLetsTheSeatBeGivenBack() {
        String key = this.driver.register("Seats of a role");
        submitMajor(key, "14");
        this.driver.await(key, "approve-plan");
        List<WorkItem> open = this.workItems.openOf(key);
        WorkItem free = open.stream().filter((item) -> item.role() == Role.SERVICE_OWNER).findFirst().orElseThrow();
        assertThat(free.assignee()).isNull();
        assertThat(free.named()).isFalse();
        this.acting.as("service-owner", () -> this.acts.claim(free.id()));
        this.acting.as("service-owner", () -> this.acts.unclaim(free.id()));
        assertThat(this.workItems.get(free.id()).assignee()).isNull();
        assertThat(open).filteredOn((item) -> "stakeholder".equals(item.assignee()))
            .singleElement()
            .satisfies((item) -> assertThat(item.named()).isTrue());
        this.driver.approvePlan(key, "service-owner");
        this.driver.approvePlan(key, "stakeholder");
        assertThat(this.current.of(key).approved()).isFalse();
        this.driver.approvePlan(key, "stakeholder-2");
        this.driver.await(key, "deliver-units");
    }

}
