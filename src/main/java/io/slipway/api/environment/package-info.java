/**
 * Environments, and what runs where, for tools.
 */
@NullMarked
package io.slipway.api.environment;

import org.jspecify.annotations.NullMarked;
