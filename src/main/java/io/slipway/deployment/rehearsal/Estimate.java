package io.slipway.deployment.rehearsal;

/**
 * How long a step took before, beside what its plan says.
 *
 * @param step key of the step
 * @param planned minutes that the plan has for it
 * @param times how often it was done before
 * @param least minutes that it took at least
 * @param most minutes that it took at most
 * @param proposed minutes to plan instead: as long as one time in ten took longer
 */
public record Estimate(String step, String name, int planned, int times, int least, int most, int proposed) {

    /** Whether the plan has less for it than it took every time. */
    public boolean optimistic() {
        return this.planned < this.least;
    }

}
