/**
 * The portal's pages as a person sees them: what can be read there and done there.
 */
@NullMarked
package io.slipway.e2e.pages;

import org.jspecify.annotations.NullMarked;
