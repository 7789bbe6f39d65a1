/**
 * What the process of waivers has done by itself.
 */
@NullMarked
package io.slipway.validation.process;

import org.jspecify.annotations.NullMarked;
