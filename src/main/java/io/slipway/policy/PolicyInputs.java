package io.slipway.policy;

/**
 * What the release policy decides by.
 *
 * @param type how far the release reaches
 * @param risk how much it puts at stake
 * @param model how it reaches production
 */
public record PolicyInputs(ReleaseType type, Risk risk, DeploymentModel model) {
}
