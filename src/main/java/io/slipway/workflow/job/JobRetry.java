package io.slipway.workflow.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.workflow.Suspensions;
import io.slipway.workflow.operation.OperationConflictException;
import io.slipway.workflow.operation.Operations;
import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Has a failed job tried again: once, at once or at a time; if that fails too it is back
 * among the failed ones.
 */
@Service
public class JobRetry {

    /** How far ahead an attempt can be put. */
    public static final Duration FURTHEST = Duration.ofDays(30);

    private static final Role[] MAY = { Role.RELEASE_MANAGER, Role.DEPLOYMENT_MANAGER, Role.ADMINISTRATOR };

    private final Jobs jobs;

    private final JobRows rows;

    private final ManagementService managementService;

    private final Suspensions suspensions;

    private final Operations operations;

    private final Journal journal;

    private final CurrentActor currentActor;

    JobRetry(Jobs jobs, JobRows rows, ManagementService managementService, Suspensions suspensions,
            Operations operations, Journal journal, CurrentActor currentActor) {
        this.jobs = jobs;
        this.rows = rows;
        this.managementService = managementService;
        this.suspensions = suspensions;
        this.operations = operations;
        this.journal = journal;
        this.currentActor = currentActor;
    }

    /**
     * Has a job tried once more. Refuses everybody but release managers, deployment
     * managers and administrators; a missing reason; a time that is past or more than
     * {@link #FURTHEST} ahead; a job of a suspended release; and, with an
     * {@link OperationConflictException}, a job that is done, has never failed, or was
     * changed since it was seen.
     * @param id the job's id
     * @param revision the revision that was seen
     * @param at when; null for at once
     * @param reason why, at most 1,000 characters
     */
    @PreAuthorize("hasAnyAuthority('release-manager', 'deployment-manager', 'administrator')")
    public void retry(String id, int revision, @Nullable Instant at, String reason) {
        String why = Operations.reason(reason);
        Instant when = judge(at);
        this.operations.run(() -> {
            JobSummary job = seen(id, revision);
            if (job.release() != null) {
                this.suspensions.refuse(job.release());
            }
            this.managementService.setJobRetries(1).jobId(id).dueDate(Date.from(when)).execute();
            record(job, when, why);
            return true;
        });
    }

    /**
     * Judges a time for an attempt.
     * @param at the time; null for at once
     */
    public Instant judge(@Nullable Instant at) {
        Instant now = this.journal.act().at();
        if (at == null) {
            return now;
        }
        if (at.isBefore(now)) {
            throw new InvalidInputException("at", "operation.retry.past");
        }
        if (at.isAfter(now.plus(FURTHEST))) {
            throw new InvalidInputException("at", "operation.retry.too-far", FURTHEST.toDays());
        }
        return at;
    }

    private JobSummary seen(String id, int revision) {
        this.rows.lock(id);
        JobSummary job = this.jobs.find(id).orElseThrow(() -> new OperationConflictException("operation.retry.gone"));
        if (!job.failed()) {
            throw new OperationConflictException("operation.retry.not-failed", job.name());
        }
        if (job.revision() != revision) {
            throw new OperationConflictException("operation.retry.changed", job.name());
        }
        return job;
    }

    private void record(JobSummary job, Instant at, String reason) {
        Map<String, Object> before = new LinkedHashMap<>();
        before.put("attemptsLeft", job.retries());
        before.put("failure", Objects.requireNonNullElse(job.message(), ""));
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("step", job.element());
        after.put("process", (job.model() != null) ? job.model().process() + " " + job.model().version() : "");
        after.put("attemptsLeft", 1);
        after.put("nextAttempt", at);
        JournalEntry entry = JournalEntry.of("job.retried", "job", job.id()).as(role()).because(reason);
        this.journal.record(((job.release() != null) ? entry.release(job.release()) : entry).change(before, after));
    }

    private @Nullable Role role() {
        Actor actor = this.currentActor.get();
        return Arrays.stream(MAY).filter(actor::has).findFirst().orElse(null);
    }

}
