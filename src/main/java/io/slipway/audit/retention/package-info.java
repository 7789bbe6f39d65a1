/**
 * What is kept for how long, what is held although its time is over, and how a person is
 * erased from the record while the log stays whole.
 */
@NamedInterface("retention")
@NullMarked
package io.slipway.audit.retention;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
