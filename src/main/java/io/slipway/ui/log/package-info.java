/**
 * What strangers send never makes a line of the log: their text is escaped where it is
 * written.
 */
@NullMarked
package io.slipway.ui.log;

import org.jspecify.annotations.NullMarked;
