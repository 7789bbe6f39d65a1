/**
 * The steps in which a package is validated, and its tab on the release page.
 */
@NullMarked
package io.slipway.validation.web;

import org.jspecify.annotations.NullMarked;
