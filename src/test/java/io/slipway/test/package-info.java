/**
 * What tests of all packages share: the running portal, a clock that can be put forward,
 * the order of tests.
 */
@NullMarked
package io.slipway.test;

import org.jspecify.annotations.NullMarked;
