package io.slipway.deployment.check;

/**
 * What a check is about.
 *
 * @param release key of the release
 * @param service name of the service; empty for all of the release's
 */
public record CheckScope(String release, String environment, String service) {
}
