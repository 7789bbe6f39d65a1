/**
 * What the process of freeze exceptions has done by itself.
 */
@NullMarked
package io.slipway.schedule.process;

import org.jspecify.annotations.NullMarked;
