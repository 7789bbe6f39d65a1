package io.slipway.notification;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An announcement of a communication plan as it is sent, or was. Instants are UTC.
 *
 * @param id its number
 * @param audience roles and mail addresses, separated by commas
 * @param channel by which way
 * @param state {@code PLANNED}, {@code SENT} or {@code WITHDRAWN}
 */
public record PlannedAnnouncement(long id, String releaseKey, String audience, String channel, String text,
        Instant dueAt, String state, int told, @Nullable Instant sentAt) {
}
