package io.slipway.validation.report;

/**
 * One test suite.
 *
 * @param name its name, with those of the suites around it
 * @param totals its own tests, without those of suites in it
 */
public record SuiteTotals(String name, TestTotals totals) {
}
