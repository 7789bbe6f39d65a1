package io.slipway.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.slipway.identity.Role;
import io.slipway.test.SlipwayTest;
import io.slipway.workflow.step.WorkItemGuide;
import io.slipway.workflow.step.WorkItemGuides;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The table of work items follows the engine's tasks, whoever changes them.
 */
@SlipwayTest
@RecordApplicationEvents
class WorkItemListenerTests {

    @Autowired
    Workflow workflow;

    @Autowired
    WorkItems workItems;

    @Autowired
    WorkItemActs acts;

    @Autowired
    WorkItemGuides guides;

    @Autowired
    TaskService taskService;

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    PlatformTransactionManager transactionManager;

    @BeforeEach
    void deploy() {
        TestModels.deploy(this.repositoryService);
    }

    @Test
    void writesWhatAListNeeds() {
        WorkItem item = start("WIL-1");
        assertThat(item.subject()).isEqualTo("Payments 2026.11");
        assertThat(item.process()).isEqualTo("PlainProcess");
        assertThat(item.step()).isEqualTo("Task_Decide");
        assertThat(item.stepName()).isEqualTo("Decide");
        assertThat(item.phase()).isEqualTo("PLAN");
        assertThat(item.role()).isEqualTo(Role.STAKEHOLDER);
        assertThat(item.assignee()).isNull();
        assertThat(item.priority()).isEqualTo(70);
        assertThat(item.createdAt()).isCloseTo(Instant.now(), within(Duration.ofMinutes(1)));
        assertThat(item.dueAt()).isCloseTo(item.createdAt().plus(Duration.ofDays(2)), within(Duration.ofSeconds(5)));
        assertThat(item.form()).isEqualTo("test/decide");
        assertThat(item.decision()).isNull();
        assertThat(item.open()).isTrue();
        assertThat(this.workItems.get(item.id())).isEqualTo(item);
    }

    @Test
    void followsAssigneePriorityAndDates() {
        WorkItem item = start("WIL-2");
        Instant due = Instant.parse("2027-01-15T10:30:00.123Z");
        Task task = this.taskService.createTaskQuery().taskId(item.id()).singleResult();
        task.setAssignee("ann");
        task.setPriority(90);
        task.setDueDate(java.util.Date.from(due));
        task.setFollowUpDate(java.util.Date.from(due.minusSeconds(60)));
        this.taskService.saveTask(task);
        WorkItem now = this.workItems.get(item.id());
        assertThat(now.assignee()).isEqualTo("ann");
        assertThat(now.priority()).isEqualTo(90);
        assertThat(now.dueAt()).isEqualTo(due);
        assertThat(now.followUpAt()).isEqualTo(due.minusSeconds(60));
    }

    @Test
    void keepsWhatWasDecidedAndWhatWasTakenAway() {
        WorkItem decided = start("WIL-3");
        new Somebody("ann", Role.STAKEHOLDER)
            .does(() -> this.acts.complete(decided.id(), (item) -> Outcome.of("approve").because("It is sound.")));
        assertThat(this.workItems.openOf("WIL-3")).isEmpty();
        assertThat(this.workItems.decisionsOf("WIL-3")).singleElement().satisfies((item) -> {
            assertThat(item.state()).isEqualTo(WorkItemState.COMPLETED);
            assertThat(item.endedBy()).isEqualTo("ann");
            assertThat(item.assignee()).isEqualTo("ann");
            assertThat(item.outcome()).isEqualTo("approve");
            assertThat(item.reason()).isEqualTo("It is sound.");
            assertThat(item.endedAt()).isCloseTo(Instant.now(), within(Duration.ofMinutes(1)));
        });

        WorkItem withdrawn = start("WIL-4");
        new Somebody("mara", Role.RELEASE_MANAGER).does(() -> this.workflow.signal("WithdrawPlain", "WIL-4", Map.of()));
        assertThat(this.workItems.get(withdrawn.id()).state()).isEqualTo(WorkItemState.CANCELLED);
        assertThat(this.workItems.get(withdrawn.id()).endedBy()).isEqualTo("mara");
        assertThat(this.workItems.decisionsOf("WIL-4")).isEmpty();
    }

    @Test
    void forgetsWhatIsRolledBack() {
        new TransactionTemplate(this.transactionManager).executeWithoutResult((status) -> {
            start("WIL-5");
            status.setRollbackOnly();
        });
        assertThat(this.workItems.openOf("WIL-5")).isEmpty();
    }

    @Test
    void givesAllOfOneDecisionTheSameMark() {
        this.workflow.start("VoteProcess", "WIL-6",
                Map.of("priority", 50, "approvers", "ann, bob,ann,", "planRejected", false));
        List<WorkItem> votes = this.workItems.openOf("WIL-6");
        assertThat(votes).extracting(WorkItem::assignee).containsExactlyInAnyOrder("ann", "bob");
        assertThat(votes).extracting(WorkItem::decision).doesNotContainNull();
        assertThat(votes.get(0).decision()).isEqualTo(votes.get(1).decision());
        assertThat(votes.get(0).duty()).isEqualTo(io.slipway.identity.Duty.APPROVE_PLAN);
    }

    @Test
    void renamesWhatIsOpenAndWhatComesLater() {
        this.workflow.start("CancelProcess", "WIL-7", Map.of("priority", 50, "releaseName", "Old"));
        this.acts.rename("WIL-7", "New");
        WorkItem first = this.workItems.openOf("WIL-7").get(0);
        assertThat(first.subject()).isEqualTo("New");
        new Somebody("mara", Role.RELEASE_MANAGER)
            .does(() -> this.acts.complete(first.id(), (item) -> Outcome.of("done")));
        WorkItem second = org.awaitility.Awaitility.await()
            .until(() -> this.workItems.openOf("WIL-7"), (open) -> !open.isEmpty())
            .get(0);
        assertThat(second.step()).isEqualTo("Task_Second");
        assertThat(second.subject()).isEqualTo("New");
    }

    @Test
    void tellsWhatTheModelSays() {
        assertThat(this.guides.of(start("WIL-8")))
            .isEqualTo(new WorkItemGuide("Decide something.", "It goes on.", "It stops."));
    }

    @Test
    void tellsWhomAStepWaitsFor(@Autowired ApplicationEvents events) {
        WorkItem item = start("WIL-9");
        assertThat(events.stream(WorkItemOpened.class)).containsExactly(WorkItemOpened.of(item));
        assertThat(events.stream(WorkItemAssigned.class)).isEmpty();
        this.workflow.start("VoteProcess", "WIL-10", Map.of("priority", 50, "approvers", "ann", "planRejected", false));
        assertThat(events.stream(WorkItemOpened.class)).hasSize(2).last().satisfies((event) -> {
            assertThat(event.businessKey()).isEqualTo("WIL-10");
            assertThat(event.assignee()).isEqualTo("ann");
        });
        assertThat(events.stream(WorkItemAssigned.class)).as("given by the model, told once").isEmpty();
    }

    @Test
    void tellsWhoWasGivenAStepAndNotWhoTookIt(@Autowired ApplicationEvents events) {
        WorkItem item = start("WIL-11");
        Somebody ann = new Somebody("ann", Role.STAKEHOLDER);
        ann.does(() -> this.acts.claim(item.id()));
        ann.does(() -> this.acts.unclaim(item.id()));
        assertThat(events.stream(WorkItemAssigned.class)).isEmpty();
        new Somebody("mara", Role.RELEASE_MANAGER).does(() -> this.acts.assign(item.id(), "stakeholder"));
        assertThat(events.stream(WorkItemAssigned.class))
            .containsExactly(new WorkItemAssigned(item.id(), "WIL-11", "stakeholder", "mara"));
    }

    private WorkItem start(String key) {
        this.workflow.start("PlainProcess", key,
                Map.of("priority", 70, "releaseName", "Payments 2026.11", "phase", "PLAN"));
        return this.workItems.openOf(key).get(0);
    }

}
