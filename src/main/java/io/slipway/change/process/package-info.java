/**
 * What the process models ask of change records.
 */
@NullMarked
package io.slipway.change.process;

import org.jspecify.annotations.NullMarked;
