package io.slipway.workflow.model;

import java.time.Instant;

/**
 * One deployed version of a process model.
 *
 * @param id the engine's id of this version, opaque
 * @param process id of the model, such as {@code PlanReleaseProcess}
 * @param name its label, such as {@code Plan release}
 * @param version 1 and up, counted for each model
 * @param latest whether new releases take this version
 * @param deployedAt since when it is deployed, UTC
 */
public record ModelVersion(String id, String process, String name, int version, boolean latest, Instant deployedAt) {
}
