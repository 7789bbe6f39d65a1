/**
 * The pages about standing authorisations.
 */
@NullMarked
package io.slipway.change.standard.web;

import org.jspecify.annotations.NullMarked;
