package io.slipway.deployment.web;

import java.util.List;

/**
 * Where the backups are and when they were taken. Times are in the person's zone.
 *
 * @param location where they are kept
 * @param verifiedAt when restoring from them was verified
 * @param covers the services and items that they cover
 * @param sparedReason why the others need none
 * @param outcome the pressed button: {@code confirmed}
 */
record ConfirmBackupsForm(String location, String takenAt, String verifiedAt, List<String> covers, String sparedReason,
        String outcome) {
}
