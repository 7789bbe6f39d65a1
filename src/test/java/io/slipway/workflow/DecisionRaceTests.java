package io.slipway.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import io.slipway.identity.Role;
import io.slipway.test.SlipwayTest;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Decisions in which several people each count once stay whole when all of them decide in
 * the same moment, and a release that is cancelled in that moment is cancelled.
 */
@SlipwayTest
class DecisionRaceTests {

    private final AtOnce atOnce = new AtOnce();

    @Autowired
    Workflow workflow;

    @Autowired
    WorkItems workItems;

    @Autowired
    WorkItemActs acts;

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    HistoryService historyService;

    @Autowired
    ManagementService managementService;

    @BeforeEach
    void deploy() {
        TestModels.deploy(this.repositoryService);
    }

    @AfterEach
    void stop() {
        this.atOnce.close();
    }

    @Test
    void countsEveryoneWhoApprovesInTheSameMoment() throws Exception {
        for (int round = 0; round < 10; round++) {
            String key = "VOTE-" + round;
            List<WorkItem> votes = vote(key, 12);
            assertThat(this.atOnce.run(votes.stream().map((item) -> decide(item, true)).toList()))
                .containsOnly((Throwable) null);
            assertThat(concluded(key)).hasSize(1);
            assertThat(this.workItems.decisionsOf(key)).hasSize(12)
                .allSatisfy((item) -> assertThat(item.endedBy()).isEqualTo(item.assignee()))
                .extracting(WorkItem::decision)
                .doesNotContainNull()
                .containsOnly(votes.get(0).decision());
        }
        assertNothingFailed();
    }

    @Test
    void goesOnOnceWhenApprovedAndRejectedInTheSameMoment() throws Exception {
        for (int round = 0; round < 30; round++) {
            String key = "SPLIT-" + round;
            List<WorkItem> votes = vote(key, 6);
            List<Runnable> acts = new ArrayList<>();
            votes.forEach((item) -> acts.add(decide(item, acts.size() % 2 == 0)));
            List<@Nullable Throwable> errors = this.atOnce.run(acts);
            assertThat(errors)
                .allSatisfy((error) -> assertThat(error == null || error instanceof WorkItemConflictException)
                    .as(() -> String.valueOf(error))
                    .isTrue());
            assertThat(concluded(key)).hasSize(1);
            long succeeded = Collections.frequency(errors, null);
            assertThat(this.workItems.decisionsOf(key)).hasSize((int) succeeded);
        }
        assertNothingFailed();
    }

    @Test
    void cancelsWhatSomebodyIsCompleting() throws Exception {
        Somebody manager = new Somebody("mara", Role.RELEASE_MANAGER);
        for (int round = 0; round < 60; round++) {
            String key = "CANCEL-" + round;
            this.workflow.start("CancelProcess", key, Map.of("priority", 50));
            WorkItem first = this.workItems.openOf(key).get(0);
            List<@Nullable Throwable> errors = this.atOnce
                .run(List.of(() -> manager.does(() -> this.acts.complete(first.id(), (item) -> Outcome.of("done"))),
                        () -> manager.does(() -> this.workflow.signal("CancelWork", key, Map.of()))));
            assertThat(errors.get(1) == null || errors.get(1) instanceof ConcurrencyFailureException)
                .as(() -> String.valueOf(errors.get(1)))
                .isTrue();
            if (errors.get(1) != null) {
                Awaitility.await()
                    .ignoreExceptionsInstanceOf(OptimisticLockingFailureException.class)
                    .untilAsserted(() -> this.workflow.signal("CancelWork", key, Map.of()));
            }
            assertThat(Objects.requireNonNullElse(errors.get(0), new WorkItemConflictException("", null, null)))
                .isInstanceOf(WorkItemConflictException.class);
            assertThat(this.workItems.openOf(key)).isEmpty();
            assertThat(this.historyService.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .unfinished()
                .count()).isZero();
        }
        assertNothingFailed();
    }

    private List<WorkItem> vote(String key, int people) {
        String approvers = String.join(",", IntStream.range(0, people).mapToObj((i) -> "voter-" + i).toList());
        this.workflow.start("VoteProcess", key, Map.of("priority", 50, "approvers", approvers, "planRejected", false));
        List<WorkItem> votes = this.workItems.openOf(key);
        assertThat(votes).hasSize(people);
        return votes;
    }

    private Runnable decide(WorkItem item, boolean approves) {
        Somebody voter = new Somebody(Objects.requireNonNull(item.assignee()), Role.STAKEHOLDER);
        Outcome outcome = approves ? Outcome.of("approve") : Outcome.of("reject").with("planRejected", true);
        return () -> voter.does(() -> this.acts.complete(item.id(), (open) -> outcome));
    }

    private List<WorkItem> concluded(String key) {
        return Awaitility.await()
            .until(() -> this.workItems.openOf(key),
                    (open) -> !open.isEmpty() && open.stream().allMatch((item) -> item.step().equals("Task_Conclude")));
    }

    private void assertNothingFailed() {
        assertThat(List.of("VoteProcess", "CancelProcess")).allSatisfy((process) -> assertThat(
                this.managementService.createJobQuery().processDefinitionKey(process).noRetriesLeft().count())
            .isZero());
    }

}
