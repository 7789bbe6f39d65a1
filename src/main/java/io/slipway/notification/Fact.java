package io.slipway.notification;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One of the essentials that a notification tells, such as until when something is due.
 *
 * @param label the end of the message key {@code notification.fact.<label>}
 * @param text what it is, if it is no instant
 * @param at the instant, UTC, shown in the zone of whoever reads it
 */
public record Fact(String label, @Nullable String text, @Nullable Instant at) {

    static Fact of(String label, String text) {
        return new Fact(label, text, null);
    }

    static Fact at(String label, Instant at) {
        return new Fact(label, null, at);
    }

}
