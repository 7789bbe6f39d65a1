package io.slipway.test;

import java.util.List;
import java.util.Map;

import io.slipway.identity.Acting;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.TestModels;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.Workflow;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Makes jobs that have failed for good, each on a process of its own. Test classes ask
 * for it with {@code @Autowired FailingJobs}.
 */
@Component
@Profile("test")
public class FailingJobs {

    private final Workflow workflow;

    private final WorkItems workItems;

    private final WorkItemActs acts;

    private final FailOnDemandDelegate delegate;

    private final ManagementService managementService;

    private final RepositoryService repositoryService;

    private final RuntimeService runtimeService;

    private final Acting acting;

    FailingJobs(Workflow workflow, WorkItems workItems, WorkItemActs acts, FailOnDemandDelegate delegate,
            ManagementService managementService, RepositoryService repositoryService, RuntimeService runtimeService,
            Acting acting) {
        this.workflow = workflow;
        this.workItems = workItems;
        this.acts = acts;
        this.delegate = delegate;
        this.managementService = managementService;
        this.repositoryService = repositoryService;
        this.runtimeService = runtimeService;
        this.acting = acting;
    }

    /**
     * Starts a process that fails on demand.
     * @param key the release's key
     * @return its first work item
     */
    public WorkItem start(String key) {
        TestModels.deploy(this.repositoryService);
        this.workflow.start("FailProcess", key, Map.of("releaseName", key, "phase", "PLAN", "priority", 50));
        return item(key, "Task_Begin");
    }

    /**
     * Starts one and lets its job fail until no attempt is left.
     * @param key the release's key
     * @return the job's id
     */
    public String failed(String key) {
        this.delegate.fail(key);
        complete(start(key));
        Awaitility.await(key + " has failed for good").until(() -> {
            jobs(key).stream().filter((job) -> job.getRetries() > 0).forEach(this::attempt);
            return jobs(key).stream().anyMatch((job) -> job.getRetries() == 0);
        });
        return jobs(key).get(0).getId();
    }

    /**
     * Lets the work of a release succeed from now on.
     * @param key the release's key
     */
    public void mend(String key) {
        this.delegate.mend(key);
    }

    /**
     * Waits for a work item.
     * @param key the release's key
     * @param step id of the step
     * @return the open work item
     */
    public WorkItem item(String key, String step) {
        return Awaitility.await(key + " comes to " + step)
            .until(() -> this.workItems.openOf(key).stream().filter((item) -> item.step().equals(step)).toList(),
                    (found) -> !found.isEmpty())
            .get(0);
    }

    /**
     * Completes a work item as the release manager.
     * @param item the work item
     */
    public void complete(WorkItem item) {
        this.acting.as("release-manager", () -> this.acts.complete(item.id(), (open) -> Outcome.of("done")));
    }

    /**
     * The jobs of a release's test process that run its work.
     * @param key the release's key
     * @return the jobs
     */
    public List<Job> jobs(String key) {
        return this.runtimeService.createProcessInstanceQuery()
            .processDefinitionKey("FailProcess")
            .processInstanceBusinessKey(key)
            .list()
            .stream()
            .flatMap((run) -> this.managementService.createJobQuery()
                .processInstanceId(run.getId())
                .activityId("Task_Work")
                .list()
                .stream())
            .toList();
    }

    private void attempt(Job job) {
        try {
            this.managementService.executeJob(job.getId());
        }
        catch (ProcessEngineException | IllegalStateException ex) {
            // It is meant to fail; and the job executor may have been faster.
        }
    }

}
