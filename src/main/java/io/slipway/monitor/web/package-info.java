/**
 * The pages of the monitor: what runs on which model, and where one release is.
 */
@NullMarked
package io.slipway.monitor.web;

import org.jspecify.annotations.NullMarked;
