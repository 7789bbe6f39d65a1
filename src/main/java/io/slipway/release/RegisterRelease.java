package io.slipway.release;

import java.util.List;

import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import org.jspecify.annotations.Nullable;

/**
 * The command to register a release.
 *
 * @param key the key chosen by a person, such as {@code PAY-2026.11}; null or blank to
 * have the portal give one
 * @param name its name, at most 120 characters
 * @param copyOf key of the release whose plan it begins with, if any; dates are not
 * copied
 * @param template whether its plan begins with the texts of the template of its type
 */
public record RegisterRelease(@Nullable String key, String name, ReleaseType type, DeploymentModel model,
        List<String> services, @Nullable String copyOf, boolean template) {

    /** A command without a plan to begin with. */
    public RegisterRelease(@Nullable String key, String name, ReleaseType type, DeploymentModel model,
            List<String> services) {
        this(key, name, type, model, services, null, false);
    }

}
