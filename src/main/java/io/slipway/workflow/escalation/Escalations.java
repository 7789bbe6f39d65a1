package io.slipway.workflow.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.WorkItems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands overdue work items up, each exactly once on whichever node, in a transaction of
 * its own. Silence is never consent: nothing is completed by it.
 */
@Component
public class Escalations {

    private static final Logger log = LoggerFactory.getLogger(Escalations.class);

    private static final int BATCH = 100;

    private final WorkItems workItems;

    private final WorkItemActs acts;

    private final EscalationPolicy policy;

    private final ApplicationEventPublisher events;

    private final TransactionTemplate transaction;

    private final Clock clock;

    Escalations(WorkItems workItems, WorkItemActs acts, EscalationPolicy policy, ApplicationEventPublisher events,
            PlatformTransactionManager transactionManager, Clock clock) {
        this.workItems = workItems;
        this.acts = acts;
        this.policy = policy;
        this.events = events;
        this.transaction = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void escalate() {
        escalate(this.clock.instant());
    }

    void escalate(Instant now) {
        List<WorkItem> late = this.workItems.overdue(now, Instant.EPOCH, "", BATCH);
        while (!late.isEmpty()) {
            late.forEach(this::attempt);
            WorkItem last = late.get(late.size() - 1);
            late = this.workItems.overdue(now, Objects.requireNonNull(last.dueAt()), last.id(), BATCH);
        }
    }

    /** What one work item meets holds up no other; it is tried again a minute later. */
    private void attempt(WorkItem item) {
        try {
            this.transaction.executeWithoutResult((status) -> handUp(item));
        }
        catch (RuntimeException ex) {
            log.warn("Cannot hand up the overdue task {} of {}", item.id(), item.businessKey(), ex);
        }
    }

    /**
     * Hands up the open work items of one step, whose time a process finds to be over, in
     * the caller's transaction.
     * @param form the step's form key, such as {@code planning/approve-plan}
     * @return how many were not handed up before
     */
    public int escalate(String businessKey, String form) {
        return (int) this.workItems.openOf(businessKey)
            .stream()
            .filter((item) -> item.form().equals(form) && handUp(item))
            .count();
    }

    private boolean handUp(WorkItem item) {
        NextLevel next = this.policy.after(item.role());
        boolean handedUp = this.acts.escalate(item.id(), next.role()).isPresent();
        if (handedUp) {
            this.events.publishEvent(new WorkItemEscalated(item.id(), item.businessKey(), next.told()));
        }
        return handedUp;
    }

}
