package io.slipway.notification;

import org.jspecify.annotations.Nullable;

/**
 * Which notifications the log shows.
 *
 * @param release key of a release; blank for all
 * @param recipient user name or address; blank for all
 * @param state what became of the mail; null for all
 * @param from the cursor, empty for the first page
 */
public record LogQuery(String release, String recipient, @Nullable MailState state, String from) {
}
