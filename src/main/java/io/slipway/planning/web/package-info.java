/**
 * The pages of plans and their human steps.
 */
@NullMarked
package io.slipway.planning.web;

import org.jspecify.annotations.NullMarked;
