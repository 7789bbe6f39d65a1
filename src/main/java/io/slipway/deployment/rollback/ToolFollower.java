package io.slipway.deployment.rollback;

import java.util.List;

import io.slipway.workflow.Workflow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Lets a rollback go on once a tool told how its step ended: at once, and every few
 * seconds what was told before the process waited for it. Any number of nodes may do so
 * at a time, since the engine hands a message on only once.
 */
@Component
class ToolFollower {

    private static final Logger log = LoggerFactory.getLogger(ToolFollower.class);

    private final RollbackRows rows;

    private final Workflow workflow;

    ToolFollower(RollbackRows rows, Workflow workflow) {
        this.rows = rows;
        this.workflow = workflow;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(StepBackTold event) {
        tell(this.rows.waiting(event.step()));
    }

    /** Looks at all rollbacks that go on. */
    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void followAll() {
        tell(this.rows.waiting());
    }

    private void tell(List<String> instances) {
        for (String instance : instances) {
            try {
                this.workflow.tellInstance("EndStepBack", instance);
            }
            catch (ConcurrencyFailureException ex) {
                log.debug("{} is told later: {}", instance, ex.getMessage());
            }
        }
    }

}
