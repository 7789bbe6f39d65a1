/**
 * The service tasks of planning: each reads variables, calls one method and writes
 * variables.
 */
@NullMarked
package io.slipway.planning.process;

import org.jspecify.annotations.NullMarked;
