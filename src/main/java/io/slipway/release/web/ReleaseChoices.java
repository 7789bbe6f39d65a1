package io.slipway.release.web;

import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.Phase;

import org.springframework.stereotype.Component;

/**
 * Offers the templates of releases what can be chosen in their fields.
 */
@Component("releaseChoices")
class ReleaseChoices {

    public ReleaseType[] types() {
        return ReleaseType.values();
    }

    public DeploymentModel[] models() {
        return DeploymentModel.values();
    }

    public Phase[] phases() {
        return Phase.values();
    }

}
