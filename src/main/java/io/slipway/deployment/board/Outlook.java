package io.slipway.deployment.board;

import java.time.Duration;
import java.time.Instant;

import io.slipway.planning.wave.Forecast;
import org.jspecify.annotations.Nullable;

/**
 * When a run ends, as planned and as far as anybody can tell now.
 *
 * @param baselineEnd as planned, UTC; null where nobody planned that
 * @param forecastEnd UTC; when it ended, once it has
 * @param windowEnd until when it has to be done, UTC; null if there is no window
 * @param odds how likely it ends in its window; null if that means nothing
 */
public record Outlook(@Nullable Instant baselineEnd, Instant forecastEnd, @Nullable Instant windowEnd,
        @Nullable Forecast odds) {

    /** How much later than planned it ends, in minutes; negative if it is earlier. */
    public long slipMinutes() {
        return (this.baselineEnd != null) ? Duration.between(this.baselineEnd, this.forecastEnd).toMinutes() : 0;
    }

    /** Whether it ends after its window. */
    public boolean overruns() {
        return this.windowEnd != null && this.forecastEnd.isAfter(this.windowEnd);
    }

    /** How likely it ends in its window, in percent. */
    public int percent() {
        return (this.odds != null) ? (int) Math.round(this.odds.share() * 100) : 0;
    }

}
