/**
 * What the process models ask of early life support.
 */
@NullMarked
package io.slipway.earlylife.process;

import org.jspecify.annotations.NullMarked;
