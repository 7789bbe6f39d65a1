package io.slipway.workflow;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.workflow.engine.EngineUser;
import io.slipway.workflow.engine.RaceErrors;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.variable.Variables;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts processes and tells them what happened. With {@link WorkItemActs} the only door
 * to the engine.
 */
@Service
@Transactional
public class Workflow {

    private final RuntimeService runtimeService;

    private final WorkItemRows rows;

    private final EngineUser engineUser;

    private final Suspensions suspensions;

    private final Journal journal;

    Workflow(RuntimeService runtimeService, WorkItemRows rows, EngineUser engineUser, Suspensions suspensions,
            Journal journal) {
        this.runtimeService = runtimeService;
        this.rows = rows;
        this.engineUser = engineUser;
        this.suspensions = suspensions;
        this.journal = journal;
    }

    /**
     * Starts the newest version of a process.
     * @param process id of the model, such as {@code ReleaseLifecycleProcess}
     * @param businessKey key of the release; refuses one that already has a running
     * instance of that process, and, with a {@link ReleaseSuspendedException}, one that
     * is suspended
     * @param variables ids, numbers, text and flags
     */
    public void start(String process, String businessKey, Map<String, Object> variables) {
        start(process, businessKey, this.runtimeService.createProcessInstanceQuery(), variables);
    }

    /**
     * As {@link #start(String, String, Map)}, of a process of which a release may have
     * several instances at a time, one of each kind.
     * @param process id of the model
     * @param businessKey key of the release; refuses one that already has a running
     * instance of that process and kind, and one that is suspended
     * @param kind name of the variable that tells the kinds apart
     * @param variables ids, numbers, text and flags, the kind among them
     */
    public void start(String process, String businessKey, String kind, Map<String, Object> variables) {
        start(process, businessKey,
                this.runtimeService.createProcessInstanceQuery().variableValueEquals(kind, variables.get(kind)),
                variables);
    }

    private void start(String process, String businessKey, ProcessInstanceQuery same, Map<String, Object> variables) {
        this.suspensions.refuse(businessKey);
        if (same.processDefinitionKey(process).processInstanceBusinessKey(businessKey).count() > 0) {
            throw new IllegalStateException(process + " already runs for " + businessKey);
        }
        this.engineUser.asCurrentActor(() -> this.runtimeService.createProcessInstanceByKey(process)
            .businessKey(businessKey)
            .setVariables(variables)
            .execute());
    }

    /**
     * Tells a process that something happened. Refuses, with a
     * {@link NotWaitingException}, when no process of that key waits for it, and with a
     * {@code ConcurrencyFailureException} when the process moved on in this very moment,
     * and with a {@link ReleaseSuspendedException} while the release is suspended. The
     * open work items of the release are locked first, so that people who are completing
     * one finish before.
     * @param message name of the message in the model, such as {@code CancelRelease}
     * @param variables ids, numbers, text and flags
     */
    public void signal(String message, String businessKey, Map<String, Object> variables) {
        this.rows.lockOpenOf(businessKey);
        this.suspensions.refuse(businessKey);
        tell(message, businessKey, Map.of(), variables);
    }

    /**
     * As {@link #signal(String, String, Map)}, to the instance of one kind.
     * @param message name of the message in the model
     * @param kind name of the variable that tells the kinds apart
     */
    public void signal(String message, String businessKey, String kind, String value) {
        this.rows.lockOpenOf(businessKey);
        this.suspensions.refuse(businessKey);
        tell(message, businessKey, Map.of(kind, value), Map.of());
    }

    /**
     * Tells one process instance that something happened, if it waits for that: for what
     * goes on by itself, so that no work item is locked. Refuses with a
     * {@code ConcurrencyFailureException} when it moved on in this very moment.
     * @param message name of the message in the model
     * @param instance id of the process instance
     * @return whether it was told; not if it waits for something else, or stands still
     */
    public boolean tellInstance(String message, String instance) {
        long waiting = this.runtimeService.createExecutionQuery()
            .processInstanceId(instance)
            .messageEventSubscriptionName(message)
            .active()
            .count();
        if (waiting > 0) {
            told(message, instance,
                    () -> this.runtimeService.createMessageCorrelation(message)
                        .processInstanceId(instance)
                        .correlateWithResult());
        }
        return waiting > 0;
    }

    /**
     * As {@link #signal(String, String, Map)}, with a message that ends the work. A
     * suspension of the release is lifted in the same transaction, so that none of what
     * it held runs in between.
     * @param message name of the message in the model, such as {@code CancelRelease}
     * @param reason why the work ends, in the person's words
     * @param variables ids, numbers, text and flags
     */
    public void stop(String message, String businessKey, String reason, Map<String, Object> variables) {
        this.rows.lockOpenOf(businessKey);
        if (this.suspensions.lift(businessKey)) {
            this.journal.record(JournalEntry.ofRelease("release.resumed", businessKey)
                .because(reason)
                .change(Map.of("suspended", true), Map.of("suspended", false)));
        }
        tell(message, businessKey, Map.of(), variables);
    }

    private void tell(String message, String businessKey, Map<String, Object> of, Map<String, Object> variables) {
        ExecutionQuery waiting = this.runtimeService.createExecutionQuery()
            .processInstanceBusinessKey(businessKey)
            .messageEventSubscriptionName(message);
        of.forEach(waiting::processVariableValueEquals);
        if (waiting.count() == 0) {
            throw new NotWaitingException(message, businessKey);
        }
        told(message, businessKey,
                () -> this.runtimeService.createMessageCorrelation(message)
                    .processInstanceBusinessKey(businessKey)
                    .processInstanceVariablesEqual(of)
                    .setVariables(variables)
                    .correlateWithResult());
    }

    private void told(String message, String businessKey, Supplier<?> tell) {
        try {
            this.engineUser.asCurrentActor(tell::get);
        }
        catch (ProcessEngineException ex) {
            throw refused(ex, message, businessKey);
        }
    }

    /**
     * A list of any length that a model needs at the very moment at which a delegate
     * gives it, to begin one instance of an activity for each: the engine does not keep
     * it.
     */
    public static Object passing(List<String> list) {
        return Variables.objectValue(list, true).create();
    }

    private static RuntimeException refused(ProcessEngineException ex, String message, String businessKey) {
        if (ex instanceof MismatchingMessageCorrelationException) {
            return new NotWaitingException(message, businessKey);
        }
        return RaceErrors.isRace(ex)
                ? new OptimisticLockingFailureException(businessKey + " moved on when told " + message, ex) : ex;
    }

}
