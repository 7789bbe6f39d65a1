package io.slipway.workflow;

import java.util.Arrays;
import java.util.List;

import io.slipway.identity.Duty;
import io.slipway.identity.DutyConflictException;
import io.slipway.identity.SeparationOfDuties;
import io.slipway.identity.token.SomeToken;
import io.slipway.test.RecordedActions;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A token never approves, waives or authorises, whoever owns it and whatever roles it
 * has: the choke point refuses it for every step but the delivery of units.
 */
@SlipwayTest
class TokenDutyTests {

    private static final String RULE = "token-decides-nothing";

    @Autowired
    WorkItems workItems;

    @Autowired
    WorkItemActs acts;

    @Autowired
    SeparationOfDuties duties;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    RecordedActions recorded;

    @Autowired
    SomeToken tokens;

    @Test
    void refusesEveryStepOfTheWholeWayToATokenOfItsRightPerson() {
        String key = this.driver.register("Decided by nobody's token");
        refuses("release-manager", key, "complete-plan");
        this.driver.completePlan(key);
        refuses("stakeholder", key, "approve-plan");
        this.driver.approvePlan(key, "stakeholder");
        this.driver.approvePlan(key, "stakeholder-2");
        WorkItem build = this.driver.await(key, "deliver-units");
        this.tokens.acting("build-engineer", () -> this.acts.complete(build.id(), (item) -> Outcome.keepOpen()));
        this.driver.deliverUnits(key);
        refuses("test-manager", key, "assess-test-results");
        this.driver.passTests(key);
        refuses("deployment-manager", key, "rehearse-rollback");
        this.driver.rehearseRollback(key);
        refuses("release-manager", key, "request-change");
        this.driver.requestChange(key);
        refuses("change-authority", key, "authorise-change");
        this.driver.authoriseChange(key);
        this.driver.announce(key);
        refuses("deployment-manager", key, "decide-go-no-go");
        assertThat(this.recorded.of(key)).contains("task.refused");
    }

    @Test
    void handlesNoStepForPeople() {
        String key = this.driver.register("Handled by nobody's token");
        WorkItem item = this.driver.await(key, "complete-plan");
        for (Runnable act : List.<Runnable>of(() -> this.acts.claim(item.id()),
                () -> this.acts.assign(item.id(), "release-manager"), () -> this.acts.unclaim(item.id()),
                () -> this.acts.followUp(item.id(), null))) {
            assertThat(catchThrowableOfType(DutyConflictException.class,
                    () -> this.tokens.acting("release-manager", () -> {
                        act.run();
                        return true;
                    })))
                .isNotNull();
        }
        assertThat(this.workItems.get(item.id()).assignee()).isNull();
    }

    @Test
    void performsNoDutyButTheOneThatMayBeAutomated() {
        assertThat(Arrays.stream(Duty.values()).filter(Duty::automatable)).containsExactly(Duty.BUILD_PACKAGE);
        for (Duty duty : Duty.values()) {
            DutyConflictException refusal = catchThrowableOfType(DutyConflictException.class,
                    () -> this.tokens.acting("administrator", () -> {
                        this.duties.perform("TOKEN-DUTY-1", duty, null, "administrator");
                        return true;
                    }));
            if (duty.automatable()) {
                assertThat(refusal).isNull();
            }
            else {
                assertThat(refusal.verdict().policy()).as(duty.id()).isEqualTo(RULE);
            }
        }
    }

    private void refuses(String person, String key, String step) {
        WorkItem item = this.driver.await(key, step);
        DutyConflictException refusal = catchThrowableOfType(DutyConflictException.class,
                () -> this.tokens.acting(person, () -> this.acts.complete(item.id(), (open) -> Outcome.of("approve"))));
        assertThat(refusal).as(step).isNotNull();
        assertThat(refusal.verdict().policy()).as(step).isEqualTo(RULE);
        assertThat(this.workItems.get(item.id()).open()).as(step).isTrue();
    }

}
