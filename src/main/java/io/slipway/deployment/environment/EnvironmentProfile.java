package io.slipway.deployment.environment;

import org.jspecify.annotations.Nullable;

/**
 * What may be changed of an environment; its name and owner are those of its
 * configuration item.
 *
 * @param kind what it is for; null if nothing was chosen
 * @param production whether customers depend on it
 * @param position its place on the way to production, 1 to 99; several may share one
 * @param zone id of the time zone in which its people work
 * @param partner key of the environment that it is compared with; empty for none
 * @param comesAfter key of the environment in which a release is verified before it comes
 * here; empty if none is asked
 * @param readyDays how many days a confirmation of its readiness holds, up to 365; 0 if
 * none is asked before a deployment
 */
public record EnvironmentProfile(@Nullable EnvironmentKind kind, boolean production, int position, String zone,
        String partner, String comesAfter, int readyDays) {
}
