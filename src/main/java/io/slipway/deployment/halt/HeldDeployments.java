package io.slipway.deployment.halt;

import java.util.Map;

import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.StopEnded;
import io.slipway.workflow.NotWaitingException;
import io.slipway.workflow.ReleaseSuspendedException;
import io.slipway.workflow.Workflow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Lets held deployments go on once the line is released: at once, and every few seconds
 * those that came to be held in that very moment, or whose release stood still. Any
 * number of nodes may do so at a time, since the engine hands a message on only once.
 */
@Component
class HeldDeployments {

    private static final Logger log = LoggerFactory.getLogger(HeldDeployments.class);

    private final HaltStore store;

    private final ScheduleManagement schedule;

    private final Workflow workflow;

    HeldDeployments(HaltStore store, ScheduleManagement schedule, Workflow workflow) {
        this.store = store;
        this.schedule = schedule;
        this.workflow = workflow;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(StopEnded event) {
        goOn();
    }

    /** Lets go on whatever is held, unless the line is stopped. */
    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void goOn() {
        if (this.schedule.stopped().isEmpty()) {
            this.store.held().forEach(this::goOn);
        }
    }

    private void goOn(String releaseKey) {
        try {
            this.workflow.signal("ReleaseLine", releaseKey, Map.of());
        }
        catch (NotWaitingException | ReleaseSuspendedException | ConcurrencyFailureException ex) {
            log.debug("{} is not told that the line is released: {}", releaseKey, ex.getMessage());
        }
    }

}
