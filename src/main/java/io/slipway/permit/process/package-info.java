/**
 * Delegates of the process of permits.
 */
@NullMarked
package io.slipway.permit.process;

import org.jspecify.annotations.NullMarked;
