package io.slipway.api.environment;

import java.time.Instant;
import java.util.List;

import io.slipway.deployment.environment.RunningService;
import io.slipway.deployment.environment.RunningSource;
import org.jspecify.annotations.Nullable;

/**
 * What runs as a service in an environment, as tools read it.
 *
 * @param source how it is known
 * @param release the release that brought it
 * @param version its units with their versions, or what a tool calls it; null if nobody
 * knows
 * @param digest SHA-256 of its package, or of what a tool reported
 * @param asDelivered whether a reported digest is one of the release's package; null if
 * nobody knows
 * @param changingBy the release that is changing it, or failed to: then nobody knows for
 * sure what runs
 */
record RunningAnswer(String service, RunningSource source, Instant since, @Nullable String release,
        @Nullable Integer attempt, @Nullable String version, @Nullable String digest, @Nullable Boolean asDelivered,
        String toldBy, @Nullable String changingBy) {

    static RunningAnswer of(RunningService one) {
        return new RunningAnswer(one.service(), one.factSource(), one.since(), one.releaseKey(), one.attempt(),
                one.version(), one.digest(), one.asDelivered(), one.toldBy(), one.doubtRelease());
    }

    /**
     * One page of what runs in an environment.
     *
     * @param next the value of {@code from} for the next page; null after the last
     */
    record Page(List<RunningAnswer> services, @Nullable String next) {
    }

}
