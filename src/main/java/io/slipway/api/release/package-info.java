/**
 * Releases and their packages for tools: registered, planned, built, read and judged.
 */
@NullMarked
package io.slipway.api.release;

import org.jspecify.annotations.NullMarked;
