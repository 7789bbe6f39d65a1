/**
 * The heat of a process model: how long its elements take and how often they are passed
 * over a period, as a table and on the diagram.
 */
@NullMarked
package io.slipway.monitor.heat;

import org.jspecify.annotations.NullMarked;
