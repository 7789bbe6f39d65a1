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

    /**
     * A command without template.
     * @param key the key chosen by a person, or null
     * @param copyOf key of the release whose plan it begins with, if any
     */
    public RegisterRelease(@Nullable String key, String name, ReleaseType type, DeploymentModel model,
            List<String> services, @Nullable String copyOf) {
        this(key, name, type, model, services, copyOf, false);
    }

    /**
     * A command without a copied plan.
     * @param key the key chosen by a person, or null
     */
    public RegisterRelease(@Nullable String key, String name, ReleaseType type, DeploymentModel model,
            List<String> services) {
        this(key, name, type, model, services, null);
    }

}
