package io.slipway.audit.access;

/**
 * How far a review is.
 *
 * @param rows all of them
 * @param undecided without a decision
 * @param own those of them that the reader holds and must not decide on
 * @param fresh given since the review before
 * @param revoked to be taken away
 */
public record AccessCount(int rows, int undecided, int own, int fresh, int revoked) {

    /** How many the reader has still to decide on. */
    public int waiting() {
        return this.undecided - this.own;
    }

}
