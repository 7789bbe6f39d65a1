package io.slipway.database;

import java.time.Duration;

/**
 * This node's time has been set by the database's.
 *
 * @param correction what is added to the time of the machine from now on
 */
public record ClockCorrected(Duration correction) {
}
