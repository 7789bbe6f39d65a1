package io.slipway.api.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A received event as pages show it. Instants are UTC.
 *
 * @param id identifies it within the portal
 * @param happenedAt when it happened, if that was told
 * @param receivedAt when it came first
 * @param receivedVia the token that brought it, or that it was signed
 * @param releaseKey key of the release that it belongs to, if that is known
 * @param content what it carried, as JSON
 */
public record ReceivedEvent(long id, String source, String eventId, String type, String subject,
        @Nullable Instant happenedAt, Instant receivedAt, String receivedVia, EventState state, String reason,
        @Nullable String releaseKey, String content) {

    /** When it happened, or else when it was told. */
    Instant at() {
        Instant told = this.happenedAt;
        return (told != null) ? told : this.receivedAt;
    }

    /**
     * Its type without what all have in common.
     * @return such as {@code artifact.published}
     */
    public String shortType() {
        return this.type.replaceFirst("^dev\\.cdevents\\.([a-z]+\\.[a-z]+)\\..*$", "$1");
    }

}
