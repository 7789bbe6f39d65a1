package io.slipway.workflow.operation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseManagement;
import io.slipway.test.FailingJobs;
import io.slipway.test.RecordedActions;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.workflow.AtOnce;
import io.slipway.workflow.ReleaseSuspendedException;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemState;
import io.slipway.workflow.WorkItems;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A token goes back to where its run has been or forward over what decides nothing, and
 * never past a decision; its work items follow.
 */
@SlipwayTest
class TokenMovesTests {

    private static final String MANAGER = "release-manager";

    private static final String WHY = "The package is corrupt.";

    @Autowired
    ReleaseDriver driver;

    @Autowired
    FailingJobs processes;

    @Autowired
    TokenMoves moves;

    @Autowired
    ReleaseSuspension suspension;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    CurrentPlans current;

    @Autowired
    WorkItems workItems;

    @Autowired
    RecordedActions actions;

    @Autowired
    Acting acting;

    @Test
    void isForReleaseManagersOnly() {
        this.processes.start("MOVE-WHO");
        Token token = token("MOVE-WHO", "Task_Begin");
        for (String person : List.of("administrator", "deployment-manager", "auditor", "operations")) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(
                    () -> this.acting.as(person, () -> this.moves.move("MOVE-WHO", token.id(), "Task_Work", WHY)));
        }
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as(MANAGER, () -> this.moves.move("MOVE-WHO", token.id(), "Task_Work", " ")));
        assertThat(token("MOVE-WHO", "Task_Begin")).isEqualTo(token);
    }

    @Test
    void neverPassesWhatSeparationOfDutiesKeepsApart() {
        String key = this.driver.register("Past approval");
        this.driver.await(key, "complete-plan");
        Map<String, String> refusals = refusals(key, "Task_CompletePlan");
        assertThat(refusals).containsEntry("Task_ConfirmPlan", "duty-between")
            .containsEntry("Gateway_IsPlanApproved", "duty-between")
            .containsEntry("Task_ApprovePlan", "multi-instance")
            .containsEntry("BoundaryEvent_PlanApprovalOverdue", "boundary-event")
            .containsEntry("EndEvent_PlanApproved", "start-or-end")
            .containsEntry("StartEvent_PlanRequested", "start-or-end");
        assertThat(refusals(key, "CallActivity_PlanRelease")).containsEntry("CallActivity_BuildPackage", "phase-ahead")
            .containsEntry("CallActivity_AuthoriseChange", "phase-ahead")
            .doesNotContainKey("CallActivity_DeployRelease");
        assertThat(this.moves.options(key, token(key, "CallActivity_PlanRelease").id()).elsewhere())
            .contains("Deploy release");
        Token token = token(key, "Task_CompletePlan");
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> move(key, token.id(), "Task_ConfirmPlan"))
            .satisfies((refusal) -> assertThat(refusal.arguments()[0].toString()).contains("separation of duties"));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> move(key, token.id(), "Task_Unknown"));
        assertThat(this.current.of(key).approvedAt()).isNull();
        assertThat(this.actions.of(key)).doesNotContain("token.moved");
    }

    @Test
    void leavesAVoiceWithItsDecision() {
        String key = this.driver.register("One voice");
        this.driver.completePlan(key);
        this.driver.await(key, "approve-plan");
        Token voice = token(key, "Task_ApprovePlan");
        assertThat(voice.movable().allowed()).isFalse();
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> move(key, voice.id(), "Task_CompletePlan"));
    }

    @Test
    void doesNotGoBackAroundALoopIntoWhatIsDecidedAnew() {
        String key = this.driver.register("Around the loop");
        this.driver.plan(key);
        this.driver.deliverUnits(key);
        this.driver.validate(key);
        this.driver.requestChange(key);
        this.driver.rejectChange(key);
        this.driver.await(key, "complete-plan");
        Map<String, String> refusals = refusals(key, "CallActivity_PlanRelease");
        assertThat(refusals).as("it has been there, in a round that no longer counts")
            .containsEntry("CallActivity_AuthoriseChange", "phase-ahead")
            .containsEntry("CallActivity_ValidateRelease", "phase-ahead");
    }

    @Test
    void goesBackToAPhaseWithItsTasksAndItsRecord() {
        String key = this.driver.register("Back to build");
        this.driver.plan(key);
        this.driver.deliverUnits(key);
        WorkItem assessed = this.driver.await(key, "assess-test-results");
        Token token = token(key, "CallActivity_ValidateRelease");
        MovePreview preview = this.moves.preview(key, token.id(), "CallActivity_BuildPackage");
        assertThat(preview.target().verdict().allowed()).isTrue();
        assertThat(preview.target().back()).isTrue();
        assertThat(preview.withdrawn()).extracting(WorkItem::id).containsExactly(assessed.id());
        assertThat(preview.ended()).hasSize(1);
        assertThat(preview.skipped()).isEmpty();
        move(key, token.id(), "CallActivity_BuildPackage");
        WorkItem withdrawn = this.workItems.get(assessed.id());
        assertThat(withdrawn.state()).isEqualTo(WorkItemState.CANCELLED);
        assertThat(withdrawn.endedBy()).isEqualTo(MANAGER);
        assertThat(this.releases.get(key).phase()).isEqualTo(Phase.BUILD);
        assertThat(this.actions.of(key)).contains("token.moved");
        this.driver.deliver(key);
        this.driver.validate(key);
        this.driver.await(key, "request-change");
        assertThatExceptionOfType(OperationConflictException.class)
            .isThrownBy(() -> move(key, token.id(), "CallActivity_BuildPackage"));
    }

    @Test
    void goesForwardOverAStepThatFailsForGood() {
        this.processes.failed("MOVE-SKIP");
        Token token = token("MOVE-SKIP", "Task_Work");
        assertThat(token.leaves()).isTrue();
        assertThat(token.passed()).isFalse();
        MovePreview preview = this.moves.preview("MOVE-SKIP", token.id(), "Task_After");
        assertThat(preview.skipped()).extracting(MovePreview.SkippedStep::name).containsExactly("Do work");
        move("MOVE-SKIP", token.id(), "Task_After");
        WorkItem item = this.processes.item("MOVE-SKIP", "Task_After");
        assertThat(this.processes.jobs("MOVE-SKIP")).isEmpty();
        Token after = token("MOVE-SKIP", "Task_After");
        move("MOVE-SKIP", after.id(), "Task_Begin");
        assertThat(this.workItems.get(item.id()).state()).isEqualTo(WorkItemState.CANCELLED);
        this.processes.item("MOVE-SKIP", "Task_Begin");
    }

    @Test
    void isRefusedWhileTheReleaseIsSuspended() {
        this.processes.start("MOVE-HELD");
        Token token = token("MOVE-HELD", "Task_Begin");
        this.acting.as(MANAGER, () -> this.suspension.suspend("MOVE-HELD", "Wait."));
        assertThatExceptionOfType(ReleaseSuspendedException.class)
            .isThrownBy(() -> move("MOVE-HELD", token.id(), "Task_Work"));
    }

    @Test
    void letsOneOfTwoWinAndTellsTheOther() throws Exception {
        try (AtOnce both = new AtOnce()) {
            for (int race = 0; race < 10; race++) {
                String key = "MOVE-RACE-" + race;
                this.processes.start(key);
                Token token = token(key, "Task_Begin");
                Runnable press = () -> move(key, token.id(), "Task_After");
                List<@Nullable Throwable> errors = both.run(List.of(press, press));
                assertThat(errors).filteredOn(Objects::isNull).hasSize(1);
                assertThat(errors).filteredOn(Objects::nonNull)
                    .singleElement()
                    .isInstanceOf(OperationConflictException.class);
                assertThat(this.workItems.openOf(key)).extracting(WorkItem::step).containsExactly("Task_After");
            }
        }
    }

    private Map<String, String> refusals(String key, String element) {
        return this.moves.options(key, token(key, element).id())
            .refused()
            .stream()
            .collect(Collectors.toMap(MoveTarget::element, (target) -> target.verdict().policy()));
    }

    private Token token(String key, String element) {
        return Awaitility.await()
            .until(() -> this.moves.tokens(key).stream().filter((token) -> token.element().equals(element)).toList(),
                    (found) -> !found.isEmpty())
            .get(0);
    }

    private void move(String key, String token, String element) {
        this.acting.as(MANAGER, () -> this.moves.move(key, token, element, WHY));
    }

}
