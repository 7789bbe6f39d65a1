package io.slipway.monitor.heat;

import java.time.Duration;

import io.slipway.workflow.statistics.ElementStatistics;

/**
 * One element of a model with its heat.
 *
 * @param name its label, or its id where it has none
 * @param drawn whether the version that is shown has it
 * @param container whether it holds other elements, whose time is not its own
 * @param share its part of the time of all elements of the model, 0 to 1; 0 for
 * containers
 * @param perRun how often it was passed for each run that began; 0 if none began
 * @param heat its class, 0 to 5
 */
public record HeatRow(ElementStatistics statistics, String name, boolean drawn, boolean container, double share,
        double perRun, int heat) {

    /**
     * The average duration, exact.
     * @return zero if it was never passed
     */
    public Duration mean() {
        return (this.statistics.passes() == 0) ? Duration.ZERO
                : this.statistics.total().dividedBy(this.statistics.passes());
    }

}
