package io.slipway.deployment.web;

/**
 * Where the backups are and when they were taken. Times are in the person's zone.
 *
 * @param location where they are kept
 * @param verifiedAt when restoring from them was verified
 * @param outcome the pressed button: {@code confirmed}
 */
record ConfirmBackupsForm(String location, String takenAt, String verifiedAt, String outcome) {
}
