/**
 * The pages of releases and the human steps of their plan and build.
 */
@NullMarked
package io.slipway.release.web;

import org.jspecify.annotations.NullMarked;
