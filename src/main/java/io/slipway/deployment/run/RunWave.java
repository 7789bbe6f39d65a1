package io.slipway.deployment.run;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What became of a wave.
 *
 * @param wave its key in the plan
 * @param instance the process instance that runs it
 * @param bakingAt when its bake began
 * @param baked milliseconds of its bake that count, up to {@code lookedAt}
 * @param heldBy what holds its bake: {@code HALT}, {@code LINE} or {@code FREEZE}
 * @param outlook why the next wave does not start yet, in one sentence
 * @param judgeAt when it is looked at again by itself
 * @param round how often somebody decided to watch it on
 * @param decidedBy user name of who accepted it or gave it up
 */
public record RunWave(long id, long runId, String wave, int position, String label, WaveState state,
        @Nullable String instance, @Nullable Instant begunAt, @Nullable Instant bakingAt, long baked,
        @Nullable Instant lookedAt, @Nullable String heldBy, @Nullable String outlook, @Nullable Instant judgeAt,
        @Nullable Instant overAt, @Nullable String decidedBy, @Nullable String reason, int round) {

    /** What its bake is watched for: all its checks, each with a name of its own. */
    String subject() {
        return "run-wave:" + this.id + "/" + this.round;
    }

}
