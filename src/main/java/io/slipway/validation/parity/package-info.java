/**
 * Production parity: a test environment compared with production, by what the
 * configuration register knows of both.
 */
@NullMarked
package io.slipway.validation.parity;

import org.jspecify.annotations.NullMarked;
