package io.slipway.validation.report.coverage;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.validation.report.Report;

/**
 * Adds up coverage, package by package.
 */
final class CoverageTally {

    private static final int MOST = 20_000;

    private final Map<String, CoverageTotals> packages = new HashMap<>();

    private CoverageTotals all = new CoverageTotals(0, 0, 0, 0);

    void add(String packageName, CoverageTotals more) {
        this.all = this.all.plus(more);
        if (this.packages.size() < MOST || this.packages.containsKey(packageName)) {
            this.packages.merge(packageName, more, CoverageTotals::plus);
        }
    }

    CoverageTotals totals() {
        return this.all;
    }

    /** The packages of which the least is covered. */
    List<PackageCoverage> least() {
        return this.packages.entrySet()
            .stream()
            .map((one) -> new PackageCoverage(one.getKey(), one.getValue().linesCovered(), one.getValue().lines()))
            .filter((one) -> one.lines() > 0)
            .sorted(Comparator.comparingInt(PackageCoverage::linePercent).thenComparing(PackageCoverage::name))
            .limit(Report.MOST_PACKAGES)
            .toList();
    }

}
