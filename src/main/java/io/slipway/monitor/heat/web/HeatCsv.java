package io.slipway.monitor.heat.web;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.slipway.monitor.heat.HeatMap;
import io.slipway.monitor.heat.HeatRow;
import io.slipway.workflow.statistics.ElementStatistics;
import org.apache.commons.csv.CSVFormat;

/**
 * Writes the heat of a model as comma-separated values. A text that a spreadsheet would
 * take for a formula begins with an apostrophe.
 */
final class HeatCsv {

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    private static final String HEADER = row("model", "version", "from", "to", "element", "name", "passes", "cancelled",
            "median_seconds", "p90_seconds", "total_seconds", "share_of_time", "passes_per_run");

    private HeatCsv() {
    }

    static String of(HeatMap heat) {
        return heat.rows().stream().map((row) -> row(heat, row)).collect(Collectors.joining("", HEADER, ""));
    }

    private static String row(HeatMap heat, HeatRow row) {
        ElementStatistics statistics = row.statistics();
        String version = heat.query().allVersions() ? HeatForm.ALL : "" + heat.model().version();
        return row(safe(heat.model().process()), version, heat.query().from(), heat.query().to(),
                safe(statistics.element()), safe(row.name()), statistics.passes(), statistics.cancelled(),
                seconds(statistics.median()), seconds(statistics.p90()), seconds(statistics.total()),
                decimal(row.share()), decimal(row.perRun()));
    }

    private static String row(Object... values) {
        return CSVFormat.RFC4180.format(values) + "\r\n";
    }

    static String safe(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    private static String seconds(Duration length) {
        return String.format(Locale.ROOT, "%.3f", length.toMillis() / 1000.0);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }

}
