package io.slipway.workflow.engine;

import java.time.Clock;

import org.joda.time.DateTimeUtils;

import org.springframework.stereotype.Component;

/**
 * Lets the engine go by the portal's clock, on which each of its threads may see a time
 * of its own: its timers and the locks of its jobs would else go by the machine's.
 */
@Component
class EngineClock {

    EngineClock(Clock clock) {
        DateTimeUtils.setCurrentMillisProvider(clock::millis);
    }

}
