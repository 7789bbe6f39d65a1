/**
 * The pages of monitoring sources.
 */
@NullMarked
package io.slipway.deployment.check.web;

import org.jspecify.annotations.NullMarked;
