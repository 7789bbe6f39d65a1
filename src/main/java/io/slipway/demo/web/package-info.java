/**
 * The page that welcomes newcomers to the demo.
 */
@NullMarked
package io.slipway.demo.web;

import org.jspecify.annotations.NullMarked;
