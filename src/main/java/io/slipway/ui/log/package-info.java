/**
 * What a line of the log tells: who asked and for which release. What strangers send
 * never makes a line: their text is escaped where it is written.
 */
@NullMarked
package io.slipway.ui.log;

import org.jspecify.annotations.NullMarked;
