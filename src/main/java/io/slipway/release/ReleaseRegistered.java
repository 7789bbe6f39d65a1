package io.slipway.release;

import io.slipway.policy.ReleaseType;

/**
 * Tells that a release was registered and its process started.
 *
 * @param key the release's key
 * @param name its name
 * @param type how far it reaches
 * @param owner user name of its release manager
 */
public record ReleaseRegistered(String key, String name, ReleaseType type, String owner) {
}
