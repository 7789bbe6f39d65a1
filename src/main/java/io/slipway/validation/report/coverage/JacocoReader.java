package io.slipway.validation.report.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

import io.slipway.validation.report.Clip;
import io.slipway.validation.report.Finding;
import io.slipway.validation.report.Report;
import io.slipway.validation.report.ReportFormat;
import io.slipway.validation.report.XmlSource;

/**
 * Reads coverage as JaCoCo XML. Its document type is named in each file, and never
 * loaded.
 */
public final class JacocoReader {

    private final XmlSource xml;

    private final CoverageTally packages = new CoverageTally();

    private CoverageTotals root = new CoverageTotals(0, 0, 0, 0);

    private final Set<String> seen = new HashSet<>();

    private boolean twice;

    private JacocoReader(XmlSource xml) {
        this.xml = xml;
    }

    public static Report read(InputStream in) throws IOException {
        try (XmlSource xml = new XmlSource(in, true)) {
            return new JacocoReader(xml).read();
        }
    }

    private Report read() throws IOException {
        this.xml.root(Set.of("report"));
        String name = Clip.to(Finding.NAME, this.xml.attribute("name"));
        Deque<String> around = new ArrayDeque<>();
        around.push("report");
        String packageName = "";
        while (this.xml.next()) {
            if (!this.xml.start()) {
                around.pop();
                continue;
            }
            String element = this.xml.name();
            if (element.equals("class") || element.equals("sourcefile") || element.equals("sessioninfo")) {
                this.xml.skip();
                continue;
            }
            if (element.equals("package")) {
                packageName = Clip.to(Finding.NAME, this.xml.attribute("name"));
            }
            if (element.equals("counter")) {
                counter(around.element(), packageName);
            }
            around.push(element);
        }
        CoverageTotals totals = this.root.worse(this.packages.totals());
        if (totals.lines() == 0) {
            throw this.xml.refuse("not-jacoco");
        }
        Report report = Report.ofCoverage(ReportFormat.JACOCO, name, totals, this.packages.least());
        return this.twice ? report.doubting("contradicts")
                : this.xml.doubtful() ? report.doubting("not-understood") : report;
    }

    private void counter(String of, String packageName) {
        String type = this.xml.attribute("type");
        long covered = this.xml.number("covered");
        long all = covered + this.xml.number("missed");
        CoverageTotals counted = switch (type) {
            case "LINE" -> new CoverageTotals(covered, all, 0, 0);
            case "BRANCH" -> new CoverageTotals(0, 0, covered, all);
            default -> new CoverageTotals(0, 0, 0, 0);
        };
        if (of.equals("report")) {
            this.twice |= !this.seen.add(type);
            this.root = this.root.plus(counted);
        }
        else if (of.equals("package")) {
            this.packages.add(packageName, counted);
        }
    }

}
