package io.slipway.audit.access;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What somebody held when a review began, and what was decided on it.
 *
 * @param name the role, the group or the name of the token
 * @param thing number of the group or token; 0 for a role
 * @param detail the roles that come of it
 * @param givenAt when it was given, if that was since the review before
 * @param done whether it was taken away by the review, or was gone before
 */
public record AccessRow(long id, String userName, Kind kind, String name, long thing, String detail,
        @Nullable Instant givenAt, @Nullable String givenBy, @Nullable Decision decision, @Nullable String reason,
        @Nullable String decidedBy, @Nullable Instant decidedAt, @Nullable Done done) {

    /** By what somebody has rights. */
    public enum Kind {

        /** A role of one's own. */
        ROLE,
        /** Membership of a group. */
        GROUP,
        /** A token that acts for its owner. */
        TOKEN

    }

    /** What a reviewer says. */
    public enum Decision {

        /** It is needed. */
        KEPT,
        /** It is taken away. */
        REVOKED

    }

    /** What came of taking it away. */
    public enum Done {

        /** It was taken away. */
        DONE,
        /** It was no more. */
        GONE

    }

    /**
     * What somebody says of a row.
     *
     * @param row its number
     */
    public record Verdict(long row, Decision decision, String reason) {

        boolean repeats(@Nullable AccessRow kept) {
            return kept != null && kept.decision() == this.decision && this.reason.equals(kept.reason());
        }

    }

}
