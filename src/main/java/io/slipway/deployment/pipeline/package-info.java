/**
 * Pipelines out and back: which tools deploy, each time one was told to, and what was
 * told of it since, by the tool itself, by asking it, and by people.
 */
@NamedInterface("pipeline")
@NullMarked
package io.slipway.deployment.pipeline;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
