package io.slipway.monitor.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.slipway.identity.Role;
import io.slipway.workflow.history.Holding;
import org.jspecify.annotations.Nullable;

/**
 * One step of the timeline: a row of its table and a bar of its chart.
 *
 * @param phase name of the phase in which it lies, empty if it is not known
 * @param step id of the element
 * @param round the how manieth time the step was come to, from 1
 * @param rounds how often it was come to in all
 * @param role whose step it is; null for one of the portal itself
 * @param person user name of who did it or has it, if anybody
 * @param outcome what became of it, in words
 * @param reason the reason given, if any
 * @param from when it began, UTC
 * @param to when it ended, UTC; null while it runs
 * @param holdings when somebody had it in hand
 * @param waited how long it waited, up to now
 * @param held how long somebody had it in hand, up to now
 * @param known whether waiting and working can be told apart
 * @param href its page; null if it has none
 */
record Entry(String phase, String step, String name, int round, int rounds, @Nullable Role role,
        @Nullable String person, String outcome, @Nullable String reason, Instant from, @Nullable Instant to,
        List<Holding> holdings, Duration waited, Duration held, boolean known, Fate fate, @Nullable String href) {

    /** Tells whether it is nobody's step. */
    public boolean system() {
        return this.role == null;
    }

    /** How long it took up to now. */
    public Duration length() {
        return this.waited.plus(this.held);
    }

    /** How far a step is. */
    enum Fate {

        /** Waits, or is in hand. */
        RUNNING,
        /** Done, and the release went on. */
        DONE,
        /** Done, and the release went back or stopped. */
        SENT_BACK,
        /** Taken away before anybody did it. */
        CANCELLED

    }

}
