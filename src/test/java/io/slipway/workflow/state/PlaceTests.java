package io.slipway.workflow.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.slipway.test.SlipwayTest;
import io.slipway.workflow.AtOnce;
import io.slipway.workflow.model.ModelVersion;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is kept of runs agrees with what a rebuild finds, whatever is done to them and
 * however many do it at once.
 */
@SlipwayTest
class PlaceTests {

    private static final String SUMS = "select element, sum(tokens) tokens, sum(suspended) suspended, sum(timers) timers, "
            + "sum(retrying) retrying, sum(failed) failed, sum(tasks) tasks from %s where definition = ? group by element "
            + "having tokens <> 0 or timers <> 0 or retrying <> 0 or failed <> 0 or tasks <> 0 order by element";

    /** Read by one statement: jobs go on meanwhile. */
    private static final String DISAGREE = """
            select element, sum(tokens) tokens, sum(suspended) suspended, sum(timers) timers, sum(retrying) retrying,
                   sum(failed) failed, sum(tasks) tasks
              from (select element, tokens, suspended, timers, retrying, failed, tasks from run_places
                     where definition = :model
                     union all
                    select element, -tokens, -suspended, -timers, -retrying, -failed, -tasks from place_counts
                     where definition = :model) both_of_them
             group by element
            having tokens <> 0 or suspended <> 0 or timers <> 0 or retrying <> 0 or failed <> 0 or tasks <> 0""";

    @Autowired
    Places places;

    @Autowired
    Counts counts;

    @Autowired
    PlaceRebuild rebuild;

    @Autowired
    StateModels models;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Test
    void agreeWithARebuildWhateverIsDoneToARun() {
        ModelVersion model = this.models.deploy();
        ModelVersion newer = this.models.deploy((text) -> text.replace("name=\"State\"", "name=\"Newer\""));
        String key = this.models.fork(model);
        String run = this.models.run(key, model).getId();
        agrees(key, model);
        assertThat(count(model, "", "tokens")).isEqualTo(1);
        assertThat(count(model, "Task_Vote", "tasks")).isEqualTo(3);

        this.runtime.suspendProcessInstanceById(run);
        agrees(key, model);
        assertThat(count(model, "Task_Vote", "suspended")).isEqualTo(3);
        this.runtime.activateProcessInstanceById(run);
        agrees(key, model);
        assertThat(count(model, "Task_Vote", "suspended")).isZero();

        this.models.fail(key, "Task_Stumble");
        agrees(key, model);
        assertThat(count(model, "Task_Stumble", "failed")).isEqualTo(1);
        this.management.setJobRetries(this.models.job(key, "Task_Stumble").getId(), 1);
        agrees(key, model);

        Task vote = this.tasks.createTaskQuery().processInstanceId(run).taskDefinitionKey("Task_Vote").list().get(0);
        vote.setDueDate(Date.from(Instant.now().plus(Duration.ofDays(9))));
        this.tasks.saveTask(vote);
        agrees(key, model);
        this.models.complete(key, "Task_Help", Map.of());
        agrees(key, model);

        this.runtime.createProcessInstanceModification(run)
            .cancelAllForActivity("Task_Review")
            .startBeforeActivity("Task_Prepare")
            .execute();
        agrees(key, model);
        assertThat(count(model, "Task_Review", "tokens")).isZero();
        assertThat(count(model, "Task_Prepare", "tokens")).isEqualTo(1);

        this.runtime.newMigration(this.runtime.createMigrationPlan(model.id(), newer.id()).mapEqualActivities().build())
            .processInstanceIds(run)
            .execute();
        agrees(key, model);
        agrees(key, newer);
        assertThat(count(model, "", "tokens")).isZero();
        assertThat(count(newer, "Task_Prepare", "tokens")).isEqualTo(1);

        this.runtime.suspendProcessInstanceById(run);
        this.runtime.deleteProcessInstance(run, "The business case is gone");
        agrees(key, newer);
        assertThat(this.jdbc.sql("select count(*) from run_places where run = ?").param(run).query(Long.class).single())
            .isZero();
        assertThat(sums("place_counts", newer)).isEmpty();
    }

    @Test
    void missNothingOfBranchesThatMoveAtOnce() throws Exception {
        ModelVersion model = this.models.deploy();
        List<String> keys = List.of(this.models.fork(model), this.models.fork(model), this.models.fork(model));
        List<Runnable> acts = keys.stream()
            .flatMap((key) -> Stream.of("Task_Review", "Task_Help")
                .<Runnable>map((step) -> () -> this.models.complete(key, step, Map.of())))
            .toList();
        try (AtOnce people = new AtOnce()) {
            assertThat(people.run(acts)).containsOnlyNulls();
        }
        keys.forEach((key) -> agrees(key, model));
        assertThat(count(model, "Task_Review", "tasks")).isZero();
    }

    @Test
    void areRepairedByARebuildAndUnchangedByAddingUp() {
        ModelVersion model = this.models.deploy();
        String key = this.models.fork(model);
        List<Map<String, Object>> right = sums("place_counts", model);
        this.jdbc.sql("delete from run_places where definition = ? and element = 'Task_Vote'")
            .param(model.id())
            .update();
        this.jdbc
            .sql("insert into place_counts select 0, definition, 'Task_Gone', due_hour, 3, 0, 0, 0, 0, 0 "
                    + "from place_counts where definition = ? limit 1")
            .param(model.id())
            .update();
        assertThat(this.rebuild.rebuild()).isGreaterThanOrEqualTo(2);
        assertThat(sums("place_counts", model)).isEqualTo(right);
        agrees(key, model);
        for (int i = 0; i < 120; i++) {
            this.jdbc.sql(
                    "insert into place_counts select 0, definition, element, due_hour, if(? % 2, 1, -1), 0, 0, 0, 0, 0 "
                            + "from place_counts where definition = ? order by id limit 1")
                .params(i, model.id())
                .update();
        }
        this.counts.fold();
        assertThat(sums("place_counts", model)).isEqualTo(right);
        assertThat(this.jdbc.sql("select count(*) from place_counts where definition = ?")
            .param(model.id())
            .query(Long.class)
            .single()).isLessThan(100);
    }

    /** A rebuild finds nothing to correct, and the sums are those of the places. */
    private void agrees(String key, ModelVersion model) {
        List<String> runs = this.jdbc.sql("select ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = ?")
            .param(key)
            .query(String.class)
            .list();
        Integer wrong = new TransactionTemplate(this.transactionManager)
            .execute((status) -> this.places.follow(new TreeSet<>(runs)));
        assertThat(wrong).isZero();
        assertThat(this.jdbc.sql(DISAGREE).param("model", model.id()).query().listOfRows()).isEmpty();
    }

    private long count(ModelVersion model, String element, String what) {
        return sums("place_counts", model).stream()
            .filter((row) -> element.equals(row.get("element")))
            .mapToLong((row) -> ((Number) row.get(what)).longValue())
            .sum();
    }

    private List<Map<String, Object>> sums(String table, ModelVersion model) {
        return this.jdbc.sql(SUMS.formatted(table)).param(model.id()).query().listOfRows();
    }

}
