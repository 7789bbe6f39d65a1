package io.slipway.validation.report.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.slipway.validation.report.Clip;
import io.slipway.validation.report.Finding;
import io.slipway.validation.report.Report;
import io.slipway.validation.report.ReportFormat;
import io.slipway.validation.report.XmlSource;

/**
 * Reads coverage as Cobertura XML, whoever wrote it. Lines and branches are counted, and
 * the root claims sums of them: where the two differ, the worse one counts.
 */
public final class CoberturaReader {

    private static final Pattern CONDITIONS = Pattern.compile("\\((\\d{1,9})/(\\d{1,9})\\)");

    private final CoverageTally tally = new CoverageTally();

    private final XmlSource xml;

    private CoberturaReader(XmlSource xml) {
        this.xml = xml;
    }

    public static Report read(InputStream in) throws IOException {
        try (XmlSource xml = new XmlSource(in, true)) {
            return new CoberturaReader(xml).read();
        }
    }

    private Report read() throws IOException {
        this.xml.root(Set.of("coverage"));
        if (!this.xml.attribute("clover").isEmpty() || this.xml.attribute("line-rate").isEmpty()) {
            throw this.xml.refuse("not-cobertura");
        }
        String tool = Clip.to(Finding.NAME, this.xml.attribute("version"));
        CoverageTotals claimed = new CoverageTotals(this.xml.number("lines-covered"), this.xml.number("lines-valid"),
                this.xml.number("branches-covered"), this.xml.number("branches-valid"));
        String packageName = "";
        while (this.xml.next()) {
            if (!this.xml.start()) {
                continue;
            }
            switch (this.xml.name()) {
                case "package" -> packageName = Clip.to(Finding.NAME, this.xml.attribute("name"));
                case "methods" -> this.xml.skip();
                case "line" -> line(packageName);
                default -> {
                }
            }
        }
        Report report = Report.ofCoverage(ReportFormat.COBERTURA, tool, this.tally.totals().worse(claimed),
                this.tally.least());
        return (this.xml.doubtful() || claimed.impossible()) ? report.doubting("not-understood") : report;
    }

    private void line(String packageName) {
        boolean hit = this.xml.attribute("hits").matches("0*[1-9]\\d*");
        Matcher conditions = CONDITIONS.matcher(this.xml.attribute("condition-coverage"));
        boolean branches = conditions.find() && !conditions.group(2).matches("0+");
        long all = branches ? Long.parseLong(conditions.group(2)) : 0;
        long taken = branches ? Math.min(all, Long.parseLong(conditions.group(1))) : 0;
        this.tally.add(packageName, new CoverageTotals(hit ? 1 : 0, 1, taken, all));
    }

}
