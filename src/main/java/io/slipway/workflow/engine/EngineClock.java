package io.slipway.workflow.engine;

import io.slipway.database.ClockCorrected;
import org.camunda.bpm.engine.impl.util.ClockUtil;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives the engine the portal's time: its timers and the locks of its jobs would else go
 * by the machine's.
 */
@Component
class EngineClock {

    @EventListener
    void on(ClockCorrected set) {
        ClockUtil.offset(set.correction().toMillis());
    }

}
