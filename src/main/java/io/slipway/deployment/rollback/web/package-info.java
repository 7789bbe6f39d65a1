/**
 * The steps of the way back.
 */
@NullMarked
package io.slipway.deployment.rollback.web;

import org.jspecify.annotations.NullMarked;
