/**
 * Exceptions from freezes: requested, approved by two people, expiring, reviewed.
 */
@NullMarked
package io.slipway.schedule.exception;

import org.jspecify.annotations.NullMarked;
