/**
 * What the process models ask of reviews.
 */
@NullMarked
package io.slipway.review.process;

import org.jspecify.annotations.NullMarked;
