package io.slipway.policy;

/**
 * What the release policy decides by.
 *
 * @param risk how much it puts at stake
 */
public record PolicyInputs(ReleaseType type, Risk risk, DeploymentModel model) {
}
