/**
 * Standing authorisations: kinds of change that are authorised once and for all, each
 * with its rule of use.
 */
@NullMarked
package io.slipway.change.standard;

import org.jspecify.annotations.NullMarked;
