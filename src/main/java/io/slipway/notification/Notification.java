package io.slipway.notification;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What one person, or one address, is told about one matter, and what became of it.
 * Instants are UTC.
 *
 * @param id its number
 * @param recipient user name of the person, or the address of somebody who is none
 * @param matter what tells the matter from all others
 * @param releaseKey key of the release, if it concerns one
 * @param link path of the page to go to
 * @param createdAt since when
 * @param unread whether it is a notice that nobody read yet
 * @param attempts how often the mail was tried
 * @param sentAt when the mail server took it
 * @param sentTo the address it was sent to
 * @param lastError what the mail server or the portal had against it
 */
public record Notification(long id, String recipient, NotificationKind kind, String matter, @Nullable String releaseKey,
        String title, String text, List<Fact> facts, String link, Instant createdAt, boolean unread, MailState mail,
        int attempts, @Nullable Instant nextAttemptAt, @Nullable Instant sentAt, @Nullable String sentTo,
        @Nullable String lastError) {

    /** Whether the recipient is an address of somebody without an account. */
    public boolean outside() {
        return this.recipient.indexOf('@') >= 0;
    }

}
