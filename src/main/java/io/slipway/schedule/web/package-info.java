/**
 * The pages of the schedule: windows and freezes, exceptions, the line.
 */
@NullMarked
package io.slipway.schedule.web;

import org.jspecify.annotations.NullMarked;
