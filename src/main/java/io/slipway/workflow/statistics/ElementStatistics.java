package io.slipway.workflow.statistics;

import java.time.Duration;

/**
 * How long and how often one element of a model took in a period.
 *
 * @param element its id; of a step with several instances at once there is a second one
 * for all of them together, see {@link #together}
 * @param cancelled how often it was left by cancellation, not counted otherwise
 * @param median the duration that half of the passes did not exceed, to
 * {@link PeriodStatistics#PRECISION}; zero if it was never passed
 * @param p90 the same of nine passes in ten
 * @param total the durations of all passes added up, exact
 */
public record ElementStatistics(String element, long passes, long cancelled, Duration median, Duration p90,
        Duration total) {

    private static final String TOGETHER = "#multiInstanceBody";

    /**
     * Tells whether this is about all instances of a step that is done by several at
     * once, from the first one's begin to the last one's end.
     */
    public boolean together() {
        return this.element.endsWith(TOGETHER);
    }

    /**
     * The id of the element in the model.
     * @return the id, the same for one and for all instances
     */
    public String drawn() {
        return together() ? this.element.substring(0, this.element.length() - TOGETHER.length()) : this.element;
    }

}
