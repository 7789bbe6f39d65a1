/**
 * The seam to the engine's jobs: those that failed, are retried or are due, the nodes
 * that run them, and how a failed one is tried again.
 */
@NamedInterface("job")
@NullMarked
package io.slipway.workflow.job;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
