/**
 * The page of a process model's heat, and its table as a file.
 */
@NullMarked
package io.slipway.monitor.heat.web;

import org.jspecify.annotations.NullMarked;
