package io.slipway.workflow.operation;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.Role;
import io.slipway.ui.Times;
import io.slipway.workflow.Suspension;
import io.slipway.workflow.Suspensions;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.model.ProcessModels;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Suspends all that runs for a release, and resumes it.
 */
@Service
public class ReleaseSuspension {

    private final RuntimeService runtimeService;

    private final ProcessModels models;

    private final Suspensions suspensions;

    private final Operations operations;

    private final Journal journal;

    private final PersonDirectory people;

    private final Times times;

    ReleaseSuspension(RuntimeService runtimeService, ProcessModels models, Suspensions suspensions,
            Operations operations, Journal journal, PersonDirectory people, Times times) {
        this.runtimeService = runtimeService;
        this.models = models;
        this.suspensions = suspensions;
        this.operations = operations;
        this.journal = journal;
        this.people = people;
        this.times = times;
    }

    /**
     * What runs for a release now.
     * @return the names of the processes
     */
    public List<String> running(String key) {
        List<String> definitions = instances(key).stream().map(ProcessInstance::getProcessDefinitionId).toList();
        return this.models.byId(Set.copyOf(definitions)).values().stream().map(ModelVersion::name).sorted().toList();
    }

    /**
     * Suspends a release: nobody takes or decides its tasks, and its timers and jobs
     * stand still. Whoever is just completing a task finishes before. Refuses everybody
     * but release managers, a missing reason, and, with an
     * {@link OperationConflictException}, a release that nothing runs for or that is
     * suspended already.
     * @param reason why, at most 1,000 characters
     */
    @PreAuthorize("hasAuthority('release-manager')")
    public void suspend(String key, String reason) {
        String why = Operations.reason(reason);
        this.operations.run(() -> {
            this.operations.hold(key);
            if (instances(key).isEmpty()) {
                throw new OperationConflictException("operation.suspend.ended", key);
            }
            Act act = this.journal.act();
            Suspension suspension = new Suspension(key, act.by(), act.at(), why);
            if (!this.suspensions.begin(suspension)) {
                throw already(key);
            }
            record("release.suspended", key, why, false);
            return true;
        });
    }

    /**
     * Resumes a suspended release: its tasks are open again, and what fell due meanwhile
     * runs at once. Refuses everybody but release managers, a missing reason, and, with
     * an {@link OperationConflictException}, a release that is not suspended.
     * @param reason why it may go on, at most 1,000 characters
     */
    @PreAuthorize("hasAuthority('release-manager')")
    public void resume(String key, String reason) {
        String why = Operations.reason(reason);
        this.operations.run(() -> {
            this.operations.hold(key);
            if (!this.suspensions.lift(key)) {
                throw new OperationConflictException("operation.resume.already", key);
            }
            record("release.resumed", key, why, true);
            return true;
        });
    }

    private void record(String action, String key, String reason, boolean before) {
        this.journal.record(JournalEntry.ofRelease(action, key)
            .as(Role.RELEASE_MANAGER)
            .because(reason)
            .change(Map.of("suspended", before),
                    Map.of("suspended", !before, "processes", String.join(", ", running(key)))));
    }

    private OperationConflictException already(String key) {
        return this.suspensions.of(key)
            .map((one) -> new OperationConflictException("operation.suspend.already", this.people.name(one.by()), key,
                    this.times.withZone(one.at()), one.reason()))
            .orElseGet(() -> new OperationConflictException("operation.conflict.race"));
    }

    private List<ProcessInstance> instances(String key) {
        return this.runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(key).list();
    }

}
