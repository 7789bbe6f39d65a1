package io.slipway.change;

import java.time.Instant;
import java.util.List;

import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import org.jspecify.annotations.Nullable;

/**
 * What a change would deploy, as the release knows it now. Instants are UTC.
 *
 * @param releaseKey key of the release
 * @param name name of the release
 * @param type how far it reaches
 * @param model how it reaches production
 * @param schemaChange whether a database schema changes
 * @param environment where it is deployed to
 * @param services names of the services it touches
 * @param items keys of the configuration items that its plan names
 * @param plannedStart when its deployment is planned to start, if that is planned
 * @param plannedEnd when its deployment is planned to end, if that is planned
 * @param owner user name of its release manager
 * @param recentFailures how many releases of its services were rolled back in the last 90
 * days
 * @param digest SHA-256 of its plan, package and items in hexadecimal digits; it changes
 * whenever something else would be deployed
 */
public record ChangeSubject(String releaseKey, String name, ReleaseType type, DeploymentModel model,
        boolean schemaChange, String environment, List<String> services, List<String> items,
        @Nullable Instant plannedStart, @Nullable Instant plannedEnd, String owner, int recentFailures, String digest) {

    public ChangeSubject {
        services = List.copyOf(services);
        items = List.copyOf(items);
    }

}
