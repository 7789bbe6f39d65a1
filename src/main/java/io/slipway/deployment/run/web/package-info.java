/**
 * The steps that people take in a run: do, decide, and say what becomes of a failure.
 */
@NullMarked
package io.slipway.deployment.run.web;

import org.jspecify.annotations.NullMarked;
