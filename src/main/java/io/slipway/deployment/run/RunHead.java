package io.slipway.deployment.run;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A run as a whole.
 *
 * @param number counts the runs of its release, from 1
 * @param attempt the attempt to deploy that it is; null for a rehearsal
 * @param planDigest of the plan that it keeps to, whatever becomes of the plan
 * @param startsAt when its first step was to start; null where nobody planned that
 * @param endsAt when its last step was to end
 */
public record RunHead(long id, String releaseKey, int number, @Nullable Integer attempt, String environment,
        RunType runType, String model, String planDigest, RunStatus state, @Nullable Instant startsAt,
        @Nullable Instant endsAt, @Nullable Instant windowEnd, Instant begunAt, String begunBy,
        @Nullable Instant endedAt, @Nullable String endedBy, @Nullable String ending, @Nullable Instant haltedAt,
        @Nullable String haltedBy, @Nullable String haltReason) {

    public boolean live() {
        return this.runType == RunType.LIVE;
    }

    public boolean running() {
        return this.state == RunStatus.RUNNING;
    }

    public boolean halted() {
        return this.haltedAt != null;
    }

}
