/**
 * The protocols of the tools that deploy.
 */
@NullMarked
package io.slipway.deployment.pipeline.driver;

import org.jspecify.annotations.NullMarked;
