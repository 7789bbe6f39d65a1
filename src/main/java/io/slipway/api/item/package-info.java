/**
 * Configuration items for tools: read and registered, in files, and in baselines.
 */
@NullMarked
package io.slipway.api.item;

import org.jspecify.annotations.NullMarked;
