/**
 * The steps in which a release is reviewed, and its tab on the release page.
 */
@NullMarked
package io.slipway.review.web;

import org.jspecify.annotations.NullMarked;
