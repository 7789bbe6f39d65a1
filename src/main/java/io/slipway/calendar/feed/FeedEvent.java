package io.slipway.calendar.feed;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An event of a feed, in words.
 *
 * @param uid names it, always by the same text
 * @param start when it begins, UTC
 * @param end when it ends, UTC
 * @param summary what it is, in one line
 * @param description more of it, in several lines
 * @param page the page of the portal that shows it
 * @param busy whether it takes the time of whoever sees it
 * @param changedAt when it was changed last, UTC; null if that is not known
 */
record FeedEvent(String uid, Instant start, Instant end, String summary, String description, String category, URI page,
        State state, boolean busy, int sequence, @Nullable Instant changedAt) {

    /** How sure an event is. */
    enum State {

        /** It may still move: its change is not authorised. */
        TENTATIVE,
        /** It is agreed. */
        CONFIRMED,
        /** It does not happen. */
        CANCELLED

    }

}
