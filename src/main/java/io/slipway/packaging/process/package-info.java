/**
 * The service task that assembles a package.
 */
@NullMarked
package io.slipway.packaging.process;

import org.jspecify.annotations.NullMarked;
