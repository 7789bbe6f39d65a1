package io.slipway.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.slipway.identity.Duty;
import io.slipway.identity.DutyConflictException;
import io.slipway.identity.Role;
import io.slipway.identity.SeparationOfDuties;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.input.StaleFormException;
import io.slipway.test.SlipwayTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Who may do what with a work item: every act comes through the one choke point.
 */
@SlipwayTest
class WorkItemActTests {

    private static final Somebody STELLA = new Somebody("stakeholder", Role.STAKEHOLDER);

    private static final Somebody SAMUEL = new Somebody("stakeholder-2", Role.STAKEHOLDER);

    private static final Somebody RHEA = new Somebody("release-manager", Role.RELEASE_MANAGER);

    private static final Function<WorkItem, Outcome> APPROVE = (item) -> Outcome.of("approve");

    @Autowired
    Workflow workflow;

    @Autowired
    WorkItems workItems;

    @Autowired
    WorkItemRules rules;

    @Autowired
    WorkItemActs acts;

    @Autowired
    SeparationOfDuties duties;

    @Autowired
    HistoryService historyService;

    @Autowired
    IdentityService identityService;

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactionManager;

    @BeforeEach
    void deploy() {
        TestModels.deploy(this.repositoryService);
    }

    @Test
    void refusesWhoLacksTheRole() {
        WorkItem item = start("ACT-1");
        for (Somebody person : List.of(new Somebody("auditor", Role.AUDITOR),
                new Somebody("administrator", Role.ADMINISTRATOR), RHEA, new Somebody("nobody"))) {
            refused("role", () -> person.does(() -> this.acts.complete(item.id(), APPROVE)));
            refused("role", () -> person.does(() -> this.acts.claim(item.id())));
            assertThat(person.does(() -> this.rules.mayComplete(item)).allowed()).isFalse();
        }
        refused("role", () -> this.acts.complete(item.id(), APPROVE));
        assertThat(this.workItems.get(item.id())).isEqualTo(item);
        assertThat(STELLA.does(() -> this.rules.mayComplete(item)).allowed()).isTrue();
    }

    @Test
    void leavesAnAssignedTaskToItsAssignee() {
        WorkItem item = start("ACT-2");
        STELLA.does(() -> this.acts.claim(item.id()));
        STELLA.does(() -> this.acts.claim(item.id()));
        refused("assignee", () -> SAMUEL.does(() -> this.acts.complete(item.id(), APPROVE)));
        assertThatExceptionOfType(WorkItemConflictException.class)
            .isThrownBy(() -> SAMUEL.does(() -> this.acts.claim(item.id())))
            .satisfies((ex) -> assertThat(ex.item()).isEqualTo(this.workItems.get(item.id())));
        STELLA.does(() -> this.acts.unclaim(item.id()));
        SAMUEL.does(() -> this.acts.complete(item.id(), APPROVE));
        assertThat(this.workItems.get(item.id()).endedBy()).isEqualTo("stakeholder-2");
        assertThatExceptionOfType(WorkItemConflictException.class)
            .isThrownBy(() -> STELLA.does(() -> this.acts.complete(item.id(), APPROVE)));
    }

    @Test
    void assignsToWhoMayDoItOnly() {
        WorkItem item = start("ACT-3");
        refused("handling", () -> STELLA.does(() -> this.acts.assign(item.id(), "stakeholder")));
        refused("role", () -> RHEA.does(() -> this.acts.assign(item.id(), "operations")));
        refused("unknown-person", () -> RHEA.does(() -> this.acts.assign(item.id(), "no-such-person")));
        RHEA.does(() -> this.acts.assign(item.id(), "stakeholder"));
        STELLA.does(() -> this.acts.assign(item.id(), "stakeholder-2"));
        assertThat(this.workItems.get(item.id()).assignee()).isEqualTo("stakeholder-2");
        refused("handling", () -> STELLA.does(() -> this.acts.unclaim(item.id())));
        RHEA.does(() -> this.acts.unclaim(item.id()));
        assertThat(this.workItems.get(item.id()).assignee()).isNull();
    }

    @Test
    void keepsDutiesApart() {
        this.duties.perform("ACT-4", Duty.SUBMIT_PLAN, null, "stakeholder");
        WorkItem own = vote("ACT-4", "stakeholder,stakeholder-2").get(0);
        WorkItem other = this.workItems.openOf("ACT-4").get(1);
        assertThat(own.assignee()).isEqualTo("stakeholder");
        assertThat(STELLA.does(() -> this.rules.mayComplete(own)).reason()).isNotBlank();
        assertThatExceptionOfType(DutyConflictException.class)
            .isThrownBy(() -> STELLA.does(() -> this.acts.complete(own.id(), (item) -> {
                throw new AssertionError("decided before it was judged");
            })));
        assertThatExceptionOfType(DutyConflictException.class)
            .isThrownBy(() -> SAMUEL.does(() -> this.acts.assign(other.id(), "stakeholder")));
        SAMUEL.does(() -> this.acts.complete(other.id(), APPROVE));
        assertThat(this.duties
            .judge("ACT-4", Duty.APPROVE_PLAN, java.util.Objects.requireNonNull(other.decision()), "stakeholder-2")
            .allowed()).as("counted once").isFalse();
        refused("named-person", () -> RHEA.does(() -> this.acts.unclaim(own.id())));
    }

    @Test
    void countsNobodyTwiceInOneDecision() {
        List<WorkItem> votes = vote("ACT-5", "stakeholder,stakeholder-2");
        refused("counts-once", () -> RHEA.does(() -> this.acts.assign(votes.get(0).id(), "stakeholder-2")));
    }

    @Test
    void putsOffForTheAssigneeOnly() {
        WorkItem item = start("ACT-6");
        Instant at = Instant.parse("2027-03-01T09:00:00Z");
        refused("assignee", () -> STELLA.does(() -> this.acts.followUp(item.id(), at)));
        STELLA.does(() -> this.acts.claim(item.id()));
        STELLA.does(() -> this.acts.followUp(item.id(), at));
        assertThat(this.workItems.get(item.id()).followUpAt()).isEqualTo(at);
        STELLA.does(() -> this.acts.followUp(item.id(), null));
        assertThat(this.workItems.get(item.id()).followUpAt()).isNull();
    }

    @Test
    void letsTheFeaturesOwnRefusalsThroughAndKeepsTheTaskOpen() {
        WorkItem item = start("ACT-7");
        for (RuntimeException refusal : List.of(new InvalidInputException("name", "x.y"),
                new StaleFormException("/x", Map.of(), Map.of()), new NotFoundException("release", "X"),
                new IllegalArgumentException("a mistake of ours"))) {
            assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> STELLA.does(() -> this.acts.complete(item.id(), (open) -> {
                    throw refusal;
                })))
                .isSameAs(refusal);
        }
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> STELLA.does(() -> this.acts.complete(item.id(),
                    (open) -> Outcome.of("approve").with("remark", "x".repeat(4001)))))
            .satisfies((ex) -> assertThat(ex.field()).isEqualTo("remark"));
        STELLA.does(() -> this.acts.complete(item.id(), (open) -> Outcome.keepOpen()));
        assertThat(this.workItems.get(item.id())).isEqualTo(item);
        assertThatExceptionOfType(NotFoundException.class)
            .isThrownBy(() -> STELLA.does(() -> this.acts.complete("no-such-task", APPROVE)));
        assertThatIllegalStateException().isThrownBy(() -> new TransactionTemplate(this.transactionManager)
            .executeWithoutResult((status) -> this.acts.complete(item.id(), APPROVE)));
    }

    @Test
    void writesEveryActDown() {
        WorkItem item = start("ACT-8");
        refused("role", () -> RHEA.does(() -> this.acts.complete(item.id(), APPROVE)));
        STELLA.does(() -> this.acts.claim(item.id()));
        STELLA.does(() -> this.acts.followUp(item.id(), Instant.parse("2027-03-01T09:00:00Z")));
        STELLA.does(() -> this.acts.unclaim(item.id()));
        RHEA.does(() -> this.acts.assign(item.id(), "stakeholder"));
        STELLA.does(() -> this.acts.complete(item.id(), (open) -> Outcome.of("reject").because("Too late.")));
        List<String> trail = this.jdbc.sql(
                "select concat_ws(' ', action, actor, reason) from audit_entries where release_key = 'ACT-8' order by sequence")
            .query(String.class)
            .list();
        assertThat(trail).hasSize(6);
        assertThat(trail.get(0)).startsWith("task.refused release-manager This step is for");
        assertThat(trail.subList(1, 6)).containsExactly("task.claimed stakeholder", "task.followed-up stakeholder",
                "task.unclaimed stakeholder", "task.assigned release-manager", "task.completed stakeholder Too late.");
    }

    @Test
    void tellsTheEngineWhoActsAndForgetsItAgain() {
        WorkItem item = start("ACT-9");
        STELLA.does(() -> this.acts.complete(item.id(), APPROVE));
        assertThat(this.historyService.createUserOperationLogQuery().taskId(item.id()).list())
            .extracting(UserOperationLogEntry::getUserId)
            .isNotEmpty()
            .containsOnly("stakeholder");
        assertThat(this.identityService.getCurrentAuthentication()).isNull();
    }

    @Test
    void saysWhenNothingWaits() {
        start("ACT-10");
        assertThatExceptionOfType(NotWaitingException.class)
            .isThrownBy(() -> this.workflow.signal("CancelWork", "ACT-10", Map.of()));
        assertThatIllegalStateException().isThrownBy(() -> start("ACT-10"));
    }

    private static void refused(String policy, ThrowingCallable act) {
        assertThatExceptionOfType(DutyConflictException.class).isThrownBy(act)
            .satisfies((ex) -> assertThat(ex.verdict().policy()).isEqualTo(policy))
            .satisfies((ex) -> assertThat(ex.verdict().reason()).isNotBlank());
    }

    private List<WorkItem> vote(String key, String approvers) {
        this.workflow.start("VoteProcess", key, Map.of("priority", 50, "approvers", approvers, "planRejected", false));
        List<WorkItem> votes = new ArrayList<>(this.workItems.openOf(key));
        votes.sort(
                java.util.Comparator.comparing((item) -> Arrays.asList(approvers.split(",")).indexOf(item.assignee())));
        return votes;
    }

    private WorkItem start(String key) {
        this.workflow.start("PlainProcess", key, Map.of("priority", 70, "releaseName", key, "phase", "PLAN"));
        return this.workItems.openOf(key).get(0);
    }

}
