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

    /** Whether nothing is missing; numbers that were never used are not. */
    public boolean complete() {
        return this.unrecorded.isEmpty() && this.vanished.isEmpty() && this.gaps.stream().noneMatch(Gap::recorded);
    }

    /**
     * Numbers that nothing has.
     *
     * @param first the first of them, such as {@code CHG-000007}
     * @param last the last of them
     * @param recorded whether the record knows one of them: then something was deleted.
     * Otherwise the numbers were given to acts that were broken off
     */
    public record Gap(String first, String last, boolean recorded) {
    }

}
