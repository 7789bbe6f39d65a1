/**
 * The pages about configuration items.
 */
@NullMarked
package io.slipway.configuration.web;

import org.jspecify.annotations.NullMarked;
