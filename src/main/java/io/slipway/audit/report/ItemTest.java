package io.slipway.audit.report;

/**
 * One test of one deployment.
 *
 * @param reason one sentence with the facts, times in the reader's zone
 */
public record ItemTest(Kind kind, ItemVerdict verdict, String reason) {

    /** What is tested. */
    public enum Kind {

        /** A change was requested before. */
        REQUESTED,
        /** Its risk was assessed. */
        RISK,
        /** It was authorised before the deployment began. */
        APPROVED_BEFORE,
        /** Nobody did what had to be in different hands. */
        SEPARATED,
        /** Test results were delivered and signed off before. */
        TESTED,
        /** There is a way back. */
        BACK_OUT,
        /** What was deployed is what was approved. */
        AS_APPROVED,
        /** An emergency was looked back at in time. */
        REVIEWED

    }

}
