package io.slipway.audit.report;

import java.util.List;

/**
 * Whether a population is complete: numbers without gaps, and table and record agree.
 *
 * @param gaps numbers that nothing has
 * @param unrecorded members of which the record does not know that they began
 * @param vanished what the record says began, and is not there
 * @param capped whether there is more than is shown
 */
public record Completeness(List<Gap> gaps, List<String> unrecorded, List<String> vanished, boolean capped) {

    /** Whether nothing is missing; what nobody can tell any more is not. */
    public boolean complete() {
        return this.unrecorded.isEmpty() && this.vanished.isEmpty() && this.gaps.stream().noneMatch(Gap::open);
    }

    /**
     * Numbers that nothing has.
     *
     * @param first the first of them, such as {@code CHG-000007}
     * @param last the last of them
     * @param why what is known of it
     */
    public record Gap(String first, String last, Why why) {

        /** Whether something was there and nobody explains where it went. */
        public boolean open() {
            return this.why != Why.BEFORE;
        }

        /** What is known of a gap. */
        public enum Why {

            /** The record knows one of the numbers: then something was deleted. */
            RECORDED,
            /**
             * Given, and not given back: something was deleted, and the record is silent.
             */
            MISSING,
            /**
             * Given before numbers were given back: an act that was broken off lost its
             * number.
             */
            BEFORE

        }

    }

}
