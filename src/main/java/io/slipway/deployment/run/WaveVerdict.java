package io.slipway.deployment.run;

import java.time.Instant;

/**
 * How a wave is judged that is watched.
 *
 * @param judged {@code settled}, {@code not-yet} or {@code unclear}
 * @param judgeAt when it is looked at again, if not yet
 */
public record WaveVerdict(String judged, Instant judgeAt) {
}
