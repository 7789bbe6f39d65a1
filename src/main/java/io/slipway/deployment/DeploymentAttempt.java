package io.slipway.deployment;

/**
 * How far the newest attempt to deploy a release is.
 *
 * @param attempt its number, from 1
 */
public record DeploymentAttempt(String releaseKey, int attempt, DeploymentStatus status) {
}
