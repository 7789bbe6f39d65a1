package io.slipway.api.environment;

import java.time.Instant;
import java.util.List;

import io.slipway.deployment.environment.EnvironmentDetails;
import io.slipway.deployment.environment.EnvironmentKind;
import io.slipway.deployment.environment.EnvironmentProfile;
import org.jspecify.annotations.Nullable;

/**
 * An environment as tools read it.
 *
 * @param owner user name of who answers for it
 * @param production whether customers depend on it
 * @param position its place on the way to production, from 1
 * @param zone id of its time zone
 * @param comparedWith key of its parity partner; null if it has none
 * @param readyUntil until when it is confirmed to be ready; null if it is not, or that is
 * not asked
 * @param heldBy user name of who has it alone; null if it is free
 * @param heldFor the release for which they have it
 * @param waiting how many wait for it
 */
record EnvironmentAnswer(String key, String name, String owner, @Nullable EnvironmentKind kind, boolean production,
        int position, String zone, @Nullable String comparedWith, @Nullable Instant readyUntil, @Nullable String heldBy,
        @Nullable String heldFor, int waiting) {

    static EnvironmentAnswer of(EnvironmentDetails environment) {
        EnvironmentProfile profile = environment.profile();
        var holder = environment.holder();
        return new EnvironmentAnswer(environment.key(), environment.item().name(), environment.item().owner(),
                profile.kind(), profile.production(), profile.position(), profile.zone(),
                profile.partner().isEmpty() ? null : profile.partner(), environment.readyUntil(),
                (holder != null) ? holder.askedBy() : null, (holder != null) ? holder.releaseKey() : null,
                environment.waiting());
    }

    /**
     * One page of environments.
     *
     * @param next the value of {@code from} for the next page; null after the last
     */
    record Page(List<EnvironmentAnswer> environments, @Nullable String next) {
    }

}
