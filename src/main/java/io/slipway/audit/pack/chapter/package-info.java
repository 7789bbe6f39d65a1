/**
 * The chapters of an evidence pack, one for each practice of a release.
 */
@NullMarked
package io.slipway.audit.pack.chapter;

import org.jspecify.annotations.NullMarked;
