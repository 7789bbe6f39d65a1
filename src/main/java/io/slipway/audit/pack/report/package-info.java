/**
 * The readable report of an evidence pack: chapters in words, as HTML, PDF and text.
 */
@NullMarked
package io.slipway.audit.pack.report;

import org.jspecify.annotations.NullMarked;
