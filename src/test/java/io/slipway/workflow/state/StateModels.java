package io.slipway.workflow.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.model.ProcessModels;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Releases on models made for tests of their state: each test deploys a version of its
 * own, so that it counts nobody else's releases.
 */
@Component
class StateModels {

    private final RepositoryService repository;

    private final RuntimeService runtime;

    private final TaskService tasks;

    private final ManagementService management;

    private final ProcessModels models;

    private final StumbleDelegate stumble;

    StateModels(RepositoryService repository, RuntimeService runtime, TaskService tasks, ManagementService management,
            ProcessModels models, StumbleDelegate stumble) {
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.models = models;
        this.stumble = stumble;
    }

    /** A version that nothing runs on yet. */
    ModelVersion deploy() {
        return deploy(UnaryOperator.identity());
    }

    ModelVersion deploy(UnaryOperator<String> change) {
        String deployment = this.repository.createDeployment()
            .name("state models " + UUID.randomUUID())
            .addString("StateProcess.bpmn", change.apply(text("StateProcess.bpmn")))
            .addString("StateChildProcess.bpmn", text("StateChildProcess.bpmn"))
            .deploy()
            .getId();
        return version(deployment, "StateProcess");
    }

    /** The called model of the same deployment. */
    ModelVersion child(ModelVersion parent) {
        return version(this.repository.getProcessDefinition(parent.id()).getDeploymentId(), "StateChildProcess");
    }

    private ModelVersion version(String deployment, String process) {
        String id = this.repository.createProcessDefinitionQuery()
            .deploymentId(deployment)
            .processDefinitionKey(process)
            .singleResult()
            .getId();
        return this.models.all().stream().filter((one) -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /** A release that waits in its first task. */
    String start(ModelVersion model) {
        String key = "STA-" + UUID.randomUUID().toString().substring(0, 8);
        this.runtime.startProcessInstanceById(model.id(), key,
                Map.of("voters", "ann,bob,cid", "releaseName", "Release " + key));
        return key;
    }

    /** A release that waits in every branch, and stumbles in one. */
    String fork(ModelVersion model) {
        String key = start(model);
        this.stumble.stumble(key);
        complete(key, "Task_Prepare", Map.of("good", true));
        await(() -> job(key, "Task_Stumble") != null && job(key, "Task_Stumble").getExceptionMessage() != null);
        return key;
    }

    /** Gives up on what stumbles. */
    void fail(String key, String activity) {
        await(() -> job(key, activity) != null && job(key, activity).getExceptionMessage() != null);
        this.management.setJobRetries(job(key, activity).getId(), 0);
    }

    /** Makes a job due at once, unless it runs by itself meanwhile. */
    void now(String key, String activity) {
        Job job = job(key, activity);
        if (job != null) {
            this.management.setJobDuedate(job.getId(), null);
        }
    }

    void complete(String key, String step, Map<String, Object> variables) {
        await(() -> task(key, step) != null);
        this.tasks.complete(task(key, step).getId(), variables);
    }

    private Task task(String key, String step) {
        return this.tasks.createTaskQuery()
            .processInstanceBusinessKey(key)
            .taskDefinitionKey(step)
            .list()
            .stream()
            .findFirst()
            .orElse(null);
    }

    Job job(String key, String activity) {
        return this.runtime.createProcessInstanceQuery()
            .processInstanceBusinessKey(key)
            .list()
            .stream()
            .map((run) -> this.management.createJobQuery()
                .processInstanceId(run.getId())
                .activityId(activity)
                .singleResult())
            .filter((job) -> job != null)
            .findFirst()
            .orElse(null);
    }

    ProcessInstance run(String key, ModelVersion model) {
        return this.runtime.createProcessInstanceQuery()
            .processInstanceBusinessKey(key)
            .processDefinitionId(model.id())
            .singleResult();
    }

    static void await(BooleanSupplier condition) {
        Awaitility.await().pollInterval(Duration.ofMillis(30)).until(condition::getAsBoolean);
    }

    private static String text(String name) {
        try {
            return new ClassPathResource("models/" + name).getContentAsString(StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
