package io.slipway.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.slipway.identity.Role;
import io.slipway.test.RaceCount;
import io.slipway.test.SlipwayTest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two people on one work item: one succeeds, the other is told who was faster, and
 * nothing else ever happens.
 */
@SlipwayTest
class WorkItemRaceTests {

    private static final Somebody ANN = new Somebody("ann", Role.STAKEHOLDER);

    private static final Somebody BOB = new Somebody("bob", Role.STAKEHOLDER);

    private final AtOnce atOnce = new AtOnce();

    @Autowired
    Workflow workflow;

    @Autowired
    WorkItems workItems;

    @Autowired
    WorkItemActs acts;

    @Autowired
    Races races;

    @Autowired
    TaskService taskService;

    @Autowired
    RepositoryService repositoryService;

    @BeforeEach
    void deploy() {
        TestModels.deploy(this.repositoryService);
    }

    @AfterEach
    void stop() {
        this.atOnce.close();
    }

    @Test
    void oneCompletesAndTheOtherIsToldWhoDid() throws Exception {
        for (int race = 0; race < RaceCount.of(1000); race++) {
            WorkItem item = start("RACE-" + race);
            List<@Nullable Throwable> errors = this.atOnce.run(List.of(complete(ANN, item), complete(BOB, item)));
            WorkItemConflictException lost = onlyLoser(errors);
            WorkItem now = this.workItems.get(item.id());
            assertThat(now.state()).isEqualTo(WorkItemState.COMPLETED);
            assertThat(now.endedBy()).isEqualTo((errors.get(0) == null) ? "ann" : "bob").isEqualTo(now.outcome());
            assertThat(lost.item()).isEqualTo(now);
        }
    }

    @Test
    void theEnginesOwnRaceErrorsMeanTheSame() throws Exception {
        for (int race = 0; race < RaceCount.of(50); race++) {
            WorkItem item = start("BARE-" + race);
            Runnable bare = () -> this.races.run(item.id(), () -> {
                this.taskService.complete(item.id());
                return true;
            });
            onlyLoser(this.atOnce.run(List.of(bare, bare)));
        }
    }

    @Test
    void oneClaimsAndTheOtherIsToldWhoDid() throws Exception {
        for (int race = 0; race < RaceCount.of(200); race++) {
            WorkItem item = start("CLAIM-" + race);
            List<@Nullable Throwable> errors = this.atOnce.run(List.of(claim(ANN, item), claim(BOB, item)));
            WorkItemConflictException lost = onlyLoser(errors);
            String winner = (errors.get(0) == null) ? "ann" : "bob";
            assertThat(this.workItems.get(item.id()).assignee()).isEqualTo(winner);
            assertThat(Objects.requireNonNull(lost.item()).assignee()).isEqualTo(winner);
        }
    }

    @Test
    void completionAndWithdrawalDoNotBothHappen() throws Exception {
        for (int race = 0; race < RaceCount.of(200); race++) {
            String key = "WITHDRAW-" + race;
            WorkItem item = start(key);
            List<@Nullable Throwable> errors = this.atOnce
                .run(List.of(complete(ANN, item), () -> this.workflow.signal("WithdrawPlain", key, Map.of())));
            WorkItem now = this.workItems.get(item.id());
            if (errors.get(0) == null) {
                assertThat(now.state()).isEqualTo(WorkItemState.COMPLETED);
                assertThat(errors.get(1)).isInstanceOf(NotWaitingException.class);
            }
            else {
                assertThat(now.state()).isEqualTo(WorkItemState.CANCELLED);
                assertThat(errors.get(0)).isInstanceOf(WorkItemConflictException.class);
                assertThat(errors.get(1)).isNull();
            }
        }
    }

    private WorkItem start(String key) {
        this.workflow.start("PlainProcess", key, Map.of("priority", 50, "releaseName", "Race", "phase", "PLAN"));
        return this.workItems.openOf(key).get(0);
    }

    private Runnable complete(Somebody person, WorkItem item) {
        return () -> person.does(() -> this.acts.complete(item.id(), (open) -> Outcome.of(person.userName())));
    }

    private Runnable claim(Somebody person, WorkItem item) {
        return () -> person.does(() -> this.acts.claim(item.id()));
    }

    private static WorkItemConflictException onlyLoser(List<@Nullable Throwable> errors) {
        List<Throwable> lost = new ArrayList<>(errors);
        lost.removeIf(Objects::isNull);
        assertThat(lost).singleElement().isInstanceOf(WorkItemConflictException.class);
        return (WorkItemConflictException) lost.get(0);
    }

}
