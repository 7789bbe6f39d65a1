/**
 * The steps of the process of permits.
 */
@NullMarked
package io.slipway.permit.web;

import org.jspecify.annotations.NullMarked;
