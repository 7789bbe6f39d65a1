/**
 * The service tasks of the release's process models: each reads variables, calls one
 * method and writes variables.
 */
@NullMarked
package io.slipway.release.process;

import org.jspecify.annotations.NullMarked;
