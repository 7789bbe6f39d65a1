/**
 * The pages of environments, and of what runs where.
 */
@NullMarked
package io.slipway.deployment.environment.web;

import org.jspecify.annotations.NullMarked;
