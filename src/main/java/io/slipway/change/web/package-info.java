/**
 * The steps in which people write and decide on change records.
 */
@NullMarked
package io.slipway.change.web;

import org.jspecify.annotations.NullMarked;
