package io.slipway.workflow.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.planning.CurrentPlans;
import io.slipway.test.RecordedActions;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.Shows;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemRebuild;
import io.slipway.workflow.WorkItems;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is overdue goes to the next level as well, once, and is never given by itself.
 */
@SlipwayTest
class EscalationsTests {

    @Autowired
    ReleaseDriver driver;

    @Autowired
    Escalations escalations;

    @Autowired
    WorkItems workItems;

    @Autowired
    WorkItemRebuild rebuild;

    @Autowired
    CurrentPlans plans;

    @Autowired
    TaskService taskService;

    @Autowired
    RecordedActions actions;

    @Autowired
    Acting acting;

    @LocalServerPort
    int port;

    @Test
    @Shows("EscalationDecision.nextLevel")
    void handUpOnceHoweverManyNodesLookAndDecideNothing() {
        String key = this.driver.register("Silence");
        WorkItem item = this.driver.await(key, "complete-plan");
        Instant now = late(item);
        IntStream.range(0, 4)
            .mapToObj((node) -> CompletableFuture.runAsync(() -> this.escalations.escalate(now)))
            .toList()
            .forEach(CompletableFuture::join);
        this.escalations.escalate(now.plus(Duration.ofDays(30)));
        WorkItem handedUp = this.workItems.get(item.id());
        assertThat(handedUp.open()).isTrue();
        assertThat(handedUp.escalatedTo()).isEqualTo(Role.SERVICE_OWNER);
        assertThat(handedUp.priority()).isEqualTo(item.priority() + 20);
        assertThat(this.actions.of(key)).filteredOn("task.escalated"::equals).hasSize(1);
        this.acting.as("administrator", () -> this.rebuild.rebuild());
        assertThat(this.workItems.get(item.id())).isEqualTo(handedUp);
    }

    @Test
    void letTheNextLevelSeeWhyAndDecideInItsOwnName() {
        String key = this.driver.register("Handed up");
        this.driver.completePlan(key);
        this.driver.approvePlan(key, "stakeholder");
        WorkItem item = this.driver.await(key, "approve-plan");
        Visitor owner = new Visitor(this.port).signIn("service-owner");
        assertThat(owner.get("/tasks/" + item.id()).statusCode()).isEqualTo(403);
        this.escalations.escalate(late(item));
        assertThat(this.plans.of(key).approved()).isFalse();
        assertThat(owner.get("/tasks?view=overdue&text=" + key).body()).contains("open=" + item.id())
            .contains("escalated to Service owner");
        assertThat(owner.get("/tasks/" + item.id()).body()).contains("escalated to Service owner on");
        assertThat(owner.get("/releases/" + key).body()).contains("escalated to Service owner on");
        assertThat(owner.get("/api/v1/releases/" + key + "/steps", "Accept", "application/json").body())
            .contains("\"escalatedTo\":\"service-owner\"");
        assertThat(owner.post("/tasks/" + item.id(), "outcome", "approve").statusCode()).isEqualTo(303);
        this.driver.await(key, "deliver-units");
        assertThat(this.workItems.get(item.id()).endedBy()).isEqualTo("service-owner");
        assertThat(this.actions.of(key)).contains("task.taken-over", "plan.approved");
    }

    /** Lets the time of a work item be over since an hour ago; tells what time it is. */
    private Instant late(WorkItem item) {
        Instant now = Instant.now();
        Task task = this.taskService.createTaskQuery().taskId(item.id()).singleResult();
        task.setDueDate(Date.from(now.minus(Duration.ofHours(1))));
        this.taskService.saveTask(task);
        return now;
    }

}
