package io.slipway.workflow.migration;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.workflow.Suspensions;
import io.slipway.workflow.WorkItemRebuild;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.model.ProcessModels;
import io.slipway.workflow.operation.OperationConflictException;
import io.slipway.workflow.operation.Operations;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Brings running processes from a version of their model to a newer one.
 */
@Service
public class Migrations {

    /** The largest number that counts tell exactly. */
    public static final int MOST_COUNTED = 1000;

    private final ProcessModels models;

    private final MigrationPlans plans;

    private final MigrationRows rows;

    private final MigrationTrial trial;

    private final RuntimeService runtimeService;

    private final WorkItemRebuild rebuild;

    private final Suspensions suspensions;

    private final Operations operations;

    private final Journal journal;

    Migrations(ProcessModels models, MigrationPlans plans, MigrationRows rows, MigrationTrial trial,
            RuntimeService runtimeService, WorkItemRebuild rebuild, Suspensions suspensions, Operations operations,
            Journal journal) {
        this.models = models;
        this.plans = plans;
        this.rows = rows;
        this.trial = trial;
        this.runtimeService = runtimeService;
        this.rebuild = rebuild;
        this.suspensions = suspensions;
        this.operations = operations;
        this.journal = journal;
    }

    /**
     * The newer versions of a model, the newest first.
     * @return those with a higher number
     */
    public List<ModelVersion> newer(ModelVersion model) {
        return this.models.all()
            .stream()
            .filter((one) -> one.process().equals(model.process()) && one.version() > model.version())
            .toList();
    }

    /**
     * Shows what a migration would do: each run of the page is tried out, and what the
     * trial did is taken back. Refuses everybody but release managers.
     * @param to the newer version
     * @param chosen elements of the newer version for those that vanished, by their ids;
     * what may not be chosen is left out
     * @param cursor where the page of runs begins
     */
    @PreAuthorize("hasAuthority('release-manager')")
    public MigrationPreview preview(ModelVersion from, ModelVersion to, Map<String, String> chosen, String cursor) {
        Map<String, String> choices = this.plans.allowed(from, to, chosen);
        return this.trial.preview(from, to, choices, cursor);
    }

    /**
     * The first runs of a version, for acts on all of them.
     * @param most how many at most
     */
    public List<String> first(ModelVersion model, int most) {
        return this.rows.first(model, most);
    }

    /**
     * The release to which a run belongs.
     * @return the release's key; the id itself if the run has ended
     */
    public String release(String run) {
        return this.rows.release(run).orElse(run);
    }

    /**
     * Brings one run to the newer version, with its open work items. Processes that it
     * has called stay on their own. Refuses everybody but release managers, a missing
     * reason, a version that is not newer, a suspended release, what the engine does not
     * find possible, and, with an {@link OperationConflictException}, a run that has
     * ended or gone to another version meanwhile.
     * @param to the newer version
     * @param chosen as for {@link #preview}
     * @param reason why, at most 1,000 characters
     */
    @PreAuthorize("hasAuthority('release-manager')")
    public void migrate(ModelVersion from, ModelVersion to, Map<String, String> chosen, String run, String reason) {
        String why = Operations.reason(reason);
        if (!from.process().equals(to.process()) || to.version() <= from.version()) {
            throw new InvalidInputException("to", "operation.migrate.not-newer");
        }
        Map<String, String> choices = this.plans.allowed(from, to, chosen);
        try {
            this.operations.run(() -> {
                String key = key(from, run);
                this.operations.hold(key);
                key(from, run);
                this.suspensions.refuse(key);
                execute(this.plans.plan(from, to, choices), run);
                this.rebuild.follow(key);
                record(key, from, to, choices, why);
                return true;
            });
        }
        catch (MigratingProcessInstanceValidationException ex) {
            throw new InvalidInputException("", "operation.migrate.refused",
                    String.join(" ", failures(ex.getValidationReport())));
        }
        catch (MigrationPlanValidationException ex) {
            throw new InvalidInputException("", "operation.migrate.refused", String.valueOf(ex.getMessage()));
        }
    }

    void execute(MigrationPlan plan, String run) {
        this.runtimeService.newMigration(plan).processInstanceIds(run).execute();
    }

    private String key(ModelVersion from, String run) {
        ProcessInstance instance = this.runtimeService.createProcessInstanceQuery()
            .processInstanceId(run)
            .processDefinitionId(from.id())
            .singleResult();
        if (instance == null) {
            throw new OperationConflictException("operation.migrate.gone");
        }
        return Objects.requireNonNullElse(instance.getBusinessKey(), "");
    }

    private void record(String key, ModelVersion from, ModelVersion to, Map<String, String> choices, String reason) {
        String mapped = choices.entrySet()
            .stream()
            .map((choice) -> choice.getKey() + " → " + choice.getValue())
            .collect(Collectors.joining(", "));
        this.journal.record(JournalEntry.ofRelease("release.migrated", key)
            .as(Role.RELEASE_MANAGER)
            .because(reason)
            .change(Map.of("process", from.process() + " " + from.version()),
                    Map.of("process", to.process() + " " + to.version(), "mapped", mapped)));
    }

    static List<String> failures(MigratingProcessInstanceValidationReport report) {
        Stream<String> activities = report.getActivityInstanceReports()
            .stream()
            .flatMap((one) -> one.getFailures().stream().map((failure) -> one.getSourceScopeId() + ": " + failure));
        Stream<String> transitions = report.getTransitionInstanceReports()
            .stream()
            .flatMap((one) -> one.getFailures().stream().map((failure) -> one.getSourceScopeId() + ": " + failure));
        return Stream.of(report.getFailures().stream(), activities, transitions)
            .flatMap((all) -> all)
            .distinct()
            .toList();
    }

}
