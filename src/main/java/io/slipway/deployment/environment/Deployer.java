package io.slipway.deployment.environment;

import java.time.Instant;

/**
 * What may deploy a service into an environment, and by which credential.
 *
 * @param service the service; empty for every service
 * @param live whether it deploys for real; otherwise it rehearses
 * @param pipeline key of what does it
 * @param credential name of the secret, as operators keep it; never the secret itself
 * @param addedAt when, UTC
 */
public record Deployer(long id, String environment, String service, boolean live, String pipeline, String credential,
        String addedBy, Instant addedAt) {
}
