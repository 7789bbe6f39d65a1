package io.slipway.release;

import java.time.Duration;
import java.time.Instant;

import io.slipway.policy.ReleaseType;
import org.jspecify.annotations.Nullable;

/**
 * What a list of releases asks for. Without text it lists the open releases, or those
 * that ended; with text it looks in both unless a state is named.
 *
 * @param text beginning of a key, or words of the name; blank for all
 * @param state which of them by their end; null for the open ones, or all if there is
 * text
 * @param service a service they touch; blank for all
 * @param type how far they reach; null for all
 * @param phase where they are; null for all
 * @param owner user name of their release manager; blank for all
 * @param from the cursor of the page before, empty for the first page
 * @param record what the record knows of them besides
 */
public record ReleaseQuery(String text, @Nullable State state, String service, @Nullable ReleaseType type,
        @Nullable Phase phase, String owner, Sort sort, String from, OfRecord record) {

    /** A query of what everybody asks for. */
    public ReleaseQuery(String text, @Nullable State state, String service, @Nullable ReleaseType type,
            @Nullable Phase phase, String owner, Sort sort, String from) {
        this(text, state, service, type, phase, owner, sort, from, OfRecord.NOTHING);
    }

    /**
     * The first page of the open releases, the next planned first.
     * @return the query of an unfiltered list
     */
    /** What waits longer is stuck. */
    public static final Duration STUCK = Duration.ofDays(1);

    public static ReleaseQuery open() {
        return new ReleaseQuery("", null, "", null, null, "", Sort.START, "");
    }

    /**
     * What auditors ask for besides.
     *
     * @param since planned from when, UTC; null for any
     * @param until planned until when, UTC, exclusive
     * @param person user name of somebody who did anything on them; blank for all
     * @param deviation name of a way in which they deviated; blank for all
     */
    public record OfRecord(@Nullable Instant since, @Nullable Instant until, String person, String deviation) {

        static final OfRecord NOTHING = new OfRecord(null, null, "", "");

    }

    /** Releases by whether and how they ended. */
    public enum State {

        /** Finished and running. */
        ANY,
        /** Under way. */
        OPEN,
        /** Under way, and waits for somebody for more than a day. */
        STUCK,
        /** Under way, and planned to begin within a fortnight. */
        SOON,
        /** Ended in any way. */
        ENDED,
        /** Ended live. */
        CLOSED,
        /** Ended before deployment. */
        CANCELLED,
        /** Ended taken back. */
        ROLLED_BACK,
        /** Ended other than planned, or other than the rules ask. */
        DEVIATED;

        /** Whether all of them are under way. */
        public boolean open() {
            return this == OPEN || this == STUCK || this == SOON;
        }

    }

    /** The order of a list. */
    public enum Sort {

        /** By planned start: the next first; of those that ended, the latest first. */
        START,
        /** By key. */
        KEY,
        /** By registration, the newest first. */
        REGISTERED,
        /**
         * What waits for somebody, the longest first: of what is under way, and without
         * text.
         */
        WAITING

    }

}
