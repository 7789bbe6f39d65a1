package io.slipway.validation.report;

/**
 * How far a test environment is like production.
 *
 * @param compared components that at least one of the two has
 * @param differences components whose versions differ, or that one of them lacks
 */
public record ParityTotals(int compared, int differences) {
}
