/**
 * Saves and removes views.
 */
@NullMarked
package io.slipway.view.web;

import org.jspecify.annotations.NullMarked;
