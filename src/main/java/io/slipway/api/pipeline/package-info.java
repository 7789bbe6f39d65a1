/**
 * Pipelines and checks, for tools: what they tell, and what they read.
 */
@NullMarked
package io.slipway.api.pipeline;

import org.jspecify.annotations.NullMarked;
