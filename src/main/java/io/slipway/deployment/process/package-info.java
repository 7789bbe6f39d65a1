/**
 * What the process models ask of deployments.
 */
@NullMarked
package io.slipway.deployment.process;

import org.jspecify.annotations.NullMarked;
