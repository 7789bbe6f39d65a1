/**
 * The pages that compare and restore baselines.
 */
@NullMarked
package io.slipway.configuration.baseline.web;

import org.jspecify.annotations.NullMarked;
