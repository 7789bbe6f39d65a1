package io.slipway.deployment;

import java.time.Instant;

/**
 * A backup with who confirmed it.
 *
 * @param content where it is and when it was taken
 * @param by user name of who recorded it
 * @param at when it was recorded, UTC
 */
public record BackupDetails(Backup content, String by, Instant at) {
}
