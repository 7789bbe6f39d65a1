package io.slipway.workflow.state;

import java.util.List;
import java.util.Map;

import io.slipway.test.SlipwayTest;
import io.slipway.workflow.model.ModelVersion;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One release's runs: where they are, what they passed and how often, and what they
 * called; running, failed, ended, cancelled and moved to another version.
 */
@SlipwayTest
class ReleaseProcessTests {

    @Autowired
    ProcessStates states;

    @Autowired
    StateModels models;

    @Autowired
    StumbleDelegate stumble;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    FlowCleanup cleanup;

    @Autowired
    JdbcClient jdbc;

    @Test
    void knowsNothingOfAReleaseThatDoesNotExist() {
        assertThat(this.states.ofRelease("NONE-1").runs()).isEmpty();
    }

    @Test
    void countsHowOftenTheLoopWasTaken() {
        ModelVersion model = this.models.deploy();
        String key = this.models.start(model);
        this.models.complete(key, "Task_Prepare", Map.of("good", false));
        this.models.complete(key, "Task_Prepare", Map.of("good", false));
        this.models.complete(key, "Task_Prepare", Map.of("good", true));
        StateModels.await(() -> spine(key).elements().containsKey("Task_Vote"));
        ProcessRun spine = spine(key);
        assertThat(spine.elements().get("Task_Prepare").passes()).isEqualTo(3);
        assertThat(spine.flows()).containsEntry("Flow_BegunToAgain", 1L)
            .containsEntry("Flow_AgainToPrepare", 3L)
            .containsEntry("Flow_IsGoodToAgain", 2L)
            .containsEntry("Flow_IsGoodToFork", 1L)
            .doesNotContainKey("Flow_JoinToEnded");
        assertThat(spine.elements()).doesNotContainKeys("EndEvent_Ended");
    }

    @Test
    void tellsWhatWaitsWhereAndSinceWhen() {
        ModelVersion model = this.models.deploy();
        String key = this.models.fork(model);
        this.models.complete(key, "Task_Vote", Map.of());
        StateModels.await(() -> spine(key).elements().get("Task_Vote").tokens() == 2);
        ProcessRun spine = spine(key);
        assertThat(spine.state()).isEqualTo(RunState.RUNNING);
        assertThat(spine.elements().get("Task_Vote").passes()).isEqualTo(1);
        assertThat(spine.elements().get("Task_Review").since()).isNotNull();
        assertThat(spine.elements().get("BoundaryEvent_Late").timerDue()).isNotNull();
        assertThat(spine.elements().get("Event_Pause").timerDue()).isNotNull();
        assertThat(spine.elements().get("Task_Stumble").retrying()).isEqualTo(1);
        assertThat(spine.elements().get("Task_Stumble").failure()).isEqualTo("The door is locked");
        assertThat(spine.elements().get("CallActivity_Child").calledRuns()).hasSize(1);
    }

    @Test
    void leadsToTheCalledProcessAndItsFailure() {
        ModelVersion model = this.models.deploy();
        String key = this.models.fork(model);
        this.models.complete(key, "Task_Help", Map.of());
        this.models.fail(key, "Task_StumbleAsWell");
        ReleaseProcess process = this.states.ofRelease(key);
        assertThat(process.runs()).hasSize(2);
        ProcessRun spine = process.root().orElseThrow();
        ProcessRun child = process.runs().get(1);
        assertThat(child.parent()).isEqualTo(spine.id());
        assertThat(child.callingElement()).isEqualTo("CallActivity_Child");
        assertThat(child.model()).isEqualTo(this.models.child(model));
        assertThat(child.state()).isEqualTo(RunState.FAILED);
        assertThat(child.elements().get("Task_StumbleAsWell").failure()).isEqualTo("The door is locked");
        assertThat(spine.state()).isEqualTo(RunState.FAILED);
        assertThat(spine.elements().get("CallActivity_Child").failed()).isEqualTo(1);
        assertThat(process.run(child.id())).contains(child);
        assertThat(process.run("unknown")).isEmpty();
    }

    @Test
    void remembersThePathOfWhatHasEnded() {
        ModelVersion model = this.models.deploy();
        String key = this.models.fork(model);
        this.stumble.walk(key);
        for (String step : List.of("Task_Review", "Task_Vote", "Task_Vote", "Task_Vote", "Task_Help")) {
            this.models.complete(key, step, Map.of());
        }
        this.models.now(key, "Task_Stumble");
        this.models.now(key, "Event_Pause");
        StateModels.await(() -> spine(key).state().ended());
        ProcessRun spine = spine(key);
        assertThat(spine.state()).isEqualTo(RunState.COMPLETED);
        assertThat(spine.endedAt()).isNotNull();
        assertThat(spine.elements().values()).allMatch((element) -> element.tokens() == 0);
        assertThat(spine.elements().get("Task_Vote").passes()).isEqualTo(3);
        assertThat(spine.flows()).containsEntry("Flow_JoinToEnded", 1L).containsEntry("Flow_VoteToJoin", 1L);
        assertThat(this.states.ofRelease(key).runs().get(1).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void tellsWhatWasCancelledOrSuspended() {
        ModelVersion model = this.models.deploy();
        String key = this.models.fork(model);
        this.runtime.suspendProcessInstanceById(this.models.run(key, model).getId());
        assertThat(spine(key).state()).isEqualTo(RunState.SUSPENDED);
        this.runtime.deleteProcessInstance(this.models.run(key, model).getId(), "No longer needed");
        assertThat(spine(key).state()).isEqualTo(RunState.CANCELLED);
        assertThat(spine(key).elements().values()).allMatch((element) -> element.tokens() == 0);
        assertThat(this.states.ofRelease(key).runs().get(1).state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void keepsWhatTheNewVersionNoLongerHas() {
        ModelVersion old = this.models.deploy();
        String key = this.models.start(old);
        ModelVersion renamed = this.models.deploy((text) -> text.replace("Task_Prepare", "Task_GetReady"));
        this.runtime
            .newMigration(this.runtime.createMigrationPlan(old.id(), renamed.id())
                .mapActivities("Task_Prepare", "Task_GetReady")
                .build())
            .processInstanceIds(this.models.run(key, old).getId())
            .execute();
        ProcessRun spine = spine(key);
        assertThat(spine.model()).isEqualTo(renamed);
        assertThat(spine.elements().get("Task_GetReady").tokens()).isEqualTo(1);
        assertThat(spine.elements()).containsKey("StartEvent_Begun");
    }

    @Test
    void hasNoFlowsOfRunsThatAreOlderThanTheirRecord() {
        ModelVersion model = this.models.deploy();
        String key = this.models.start(model);
        assertThat(spine(key).flows()).hasSize(2);
        this.jdbc.sql("delete from flow_passes where run = ?").param(spine(key).id()).update();
        assertThat(spine(key).flows()).isEmpty();
        assertThat(spine(key).elements().get("StartEvent_Begun").passes()).isEqualTo(1);
    }

    @Test
    void forgetsTheFlowsOfRunsThatTheEngineForgot() {
        ModelVersion model = this.models.deploy();
        String kept = spine(this.models.start(model)).id();
        String key = this.models.start(model);
        String forgotten = spine(key).id();
        this.runtime.deleteProcessInstance(forgotten, "Over");
        this.history.deleteHistoricProcessInstance(forgotten);
        this.cleanup.run();
        assertThat(this.jdbc.sql("select distinct run from flow_passes where run in (?, ?)")
            .params(kept, forgotten)
            .query(String.class)
            .list()).containsExactly(kept);
    }

    @Test
    void recordsNoFlowOfATransactionThatFailed() {
        ModelVersion model = this.models.deploy();
        String key = this.models.fork(model);
        assertThat(spine(key).flows()).doesNotContainKey("Flow_StumbleToJoin");
        this.stumble.walk(key);
        this.models.now(key, "Task_Stumble");
        StateModels.await(() -> spine(key).flows().getOrDefault("Flow_StumbleToJoin", 0L) == 1);
    }

    private ProcessRun spine(String key) {
        return this.states.ofRelease(key).root().orElseThrow();
    }

}
