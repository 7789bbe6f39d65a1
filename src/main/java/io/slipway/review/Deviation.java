package io.slipway.review;

/**
 * Something in which the way of a release differed from what was planned, or from what
 * the rules ask.
 *
 * @param kind what it is
 * @param reason one sentence with the facts, times in the reader's zone
 */
public record Deviation(Kind kind, String reason) {

    /** In which way a release deviates. */
    public enum Kind {

        /** It was taken back. */
        ROLLED_BACK,
        /** An attempt to deploy it failed. */
        FAILED_ATTEMPT,
        /**
         * It stood still while it was deployed: the line was stopped, or it was
         * suspended.
         */
        HELD,
        /** It was started before or after its planned time. */
        STARTED_OUTSIDE,
        /** It was done only after its planned end. */
        FINISHED_LATE,
        /** Its tests were passed without a result that was delivered. */
        NO_EVIDENCE,
        /** A gate was waived. */
        WAIVED,
        /** An exception let it pass a freeze. */
        FREEZE_EXCEPTION,
        /**
         * Early life support ended before the policy lets it end, as somebody decided.
         */
        SUPPORT_UNDER_POLICY,
        /** Early life support ended before its planned time. */
        SUPPORT_SHORT,
        /** Early life support was extended. */
        SUPPORT_EXTENDED

    }

}
