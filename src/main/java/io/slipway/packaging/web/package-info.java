/**
 * The tab of the package, the step that delivers units, and the page that takes a package
 * apart.
 */
@NullMarked
package io.slipway.packaging.web;

import org.jspecify.annotations.NullMarked;
