/**
 * The steps of a parallel run.
 */
@NullMarked
package io.slipway.deployment.parallel.web;

import org.jspecify.annotations.NullMarked;
