package io.slipway.deployment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to deploy a release, as pages and other features see it.
 *
 * @param attempt counts the attempts, from 1
 * @param run where and when it ran
 * @param deployedBy user name of who started it
 * @param verification who checked the result, and what was checked
 * @param decision who decided on a retry or a rollback, and why
 * @param rollback who restored the former baseline, and what it is
 * @param rolledBackAt when the former baseline was back, UTC
 */
public record DeploymentDetails(int attempt, Run run, DeploymentStatus status, String deployedBy,
        @Nullable Statement verification, @Nullable Statement decision, @Nullable Statement rollback,
        @Nullable Instant rolledBackAt) {
}
