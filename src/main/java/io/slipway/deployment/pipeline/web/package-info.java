/**
 * The pages of pipelines and their attempts.
 */
@NullMarked
package io.slipway.deployment.pipeline.web;

import org.jspecify.annotations.NullMarked;
