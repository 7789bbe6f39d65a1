/**
 * What does steps of runs besides people, and tells how they ended.
 */
@NullMarked
package io.slipway.deployment.run.tool;

import org.jspecify.annotations.NullMarked;
