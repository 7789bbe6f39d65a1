package io.slipway.release;

import io.slipway.policy.ReleaseType;
import org.jspecify.annotations.Nullable;

/**
 * Tells that a release was registered.
 *
 * @param owner user name of its release manager
 * @param copyOf key of the release whose plan it begins with, if any
 * @param template whether its plan begins with the template of its type
 */
public record ReleaseRegistered(String key, String name, ReleaseType type, String owner, @Nullable String copyOf,
        boolean template) {
}
