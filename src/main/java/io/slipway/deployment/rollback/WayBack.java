package io.slipway.deployment.rollback;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One step that is taken back.
 *
 * @param runId the run in which it was done
 * @param turn in which order it is taken back, from 1
 * @param how how it is done; null where nobody said so, empty where nothing is to be done
 * @param minutes how long it was thought to take
 * @param tries how often it was offered
 * @param offeredAt since when it is offered, UTC
 * @param takenBy user name; null where there was nothing to do, or a tool did it
 * @param byTool whether a tool takes it back, or did
 */
public record WayBack(long id, long rollbackId, long runId, int turn, String wave, String step, String label,
        @Nullable String how, int minutes, State state, int tries, @Nullable Instant offeredAt,
        @Nullable Instant settledAt, @Nullable String takenBy, boolean byTool, @Nullable String remark) {

    /** Whether nothing has to be done for it. */
    public boolean nothingToDo() {
        return this.how != null && this.how.isEmpty();
    }

    /** How a step stands that is taken back. */
    public enum State {

        /** It is not taken back yet. */
        OPEN,
        /** It is taken back. */
        DONE,
        /** Somebody tried, and it could not be taken back. */
        FAILED

    }

}
