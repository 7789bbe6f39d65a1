/**
 * What runs, waits, failed and was passed, for each element of each model: read from the
 * engine's tables by a few indexed statements, never by walking its API.
 */
@NamedInterface("state")
@NullMarked
package io.slipway.workflow.state;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
