/**
 * The pages that import and export the register.
 */
@NullMarked
package io.slipway.configuration.exchange.web;

import org.jspecify.annotations.NullMarked;
