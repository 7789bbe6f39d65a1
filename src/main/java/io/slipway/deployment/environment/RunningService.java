package io.slipway.deployment.environment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What runs, or ran, as a service in an environment, and how that is known.
 *
 * @param newest whether it is what runs now; null for what ran before
 * @param factSource how it is known
 * @param since from when, UTC
 * @param releaseKey the release that brought it; null if none did
 * @param attempt number of its deployment; null if no deployment of ours brought it
 * @param version its units with their versions, or what a tool calls it; null if nobody
 * knows
 * @param digest SHA-256 of the package, or of what a tool reported
 * @param asDelivered whether a reported digest is one of the release's package; null if
 * nobody knows
 * @param toldBy user name, or the tool
 * @param doubtRelease the release that is changing it now, or failed to: then nobody
 * knows for sure
 * @param doubtSince since when, UTC
 */
public record RunningService(long id, String environment, String service, @Nullable Boolean newest,
        RunningSource factSource, Instant since, @Nullable String releaseKey, @Nullable Integer attempt,
        @Nullable String version, @Nullable String digest, @Nullable Boolean asDelivered, String toldBy,
        @Nullable String doubtRelease, @Nullable Instant doubtSince) {

    /** Whether it is known at all what runs there. */
    public boolean known() {
        return this.factSource != RunningSource.UNKNOWN;
    }

    /** Whether a tool put something there that nobody validated. */
    public boolean foreign() {
        return Boolean.FALSE.equals(this.asDelivered);
    }

}
