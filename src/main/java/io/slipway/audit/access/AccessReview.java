package io.slipway.audit.access;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A review of who has access.
 *
 * @param since when the one before began; null for the first
 * @param given rights that were given since
 * @param taken acts since that took rights
 * @param digest SHA-256 of its file; null until it is closed
 */
public record AccessReview(long id, String openedBy, Instant openedAt, @Nullable Instant since, int given, int taken,
        @Nullable String closedBy, @Nullable Instant closedAt, @Nullable String digest) {

    /** What its process is about. */
    public String key() {
        return "access:" + this.id;
    }

    /** Whether it is under way. */
    public boolean open() {
        return this.closedAt == null;
    }

    /** The number of the review that a process is about. */
    static long id(String key) {
        return Long.parseLong(key.substring(key.indexOf(':') + 1));
    }

}
