package io.slipway.audit.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What was done about a deployment that nobody had allowed.
 *
 * @param thing number of the report or event
 * @param link key of a release, or number of a change; null if it names none
 */
public record FollowUp(long id, Kind kind, long thing, String text, @Nullable String link, String writtenBy,
        Instant writtenAt) {

    /** Whether the link is to a change. */
    public boolean toChange() {
        return this.link != null && this.link.startsWith("CHG-");
    }

    /** By what it was reported. */
    public enum Kind {

        /** A deployment of a known release. */
        REPORT,
        /** Something of no release. */
        EVENT

    }

}
