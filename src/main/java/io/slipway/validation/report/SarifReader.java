package io.slipway.validation.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the findings of any scanner as SARIF 2.1.0. Rules may stand behind the results
 * that name them, so results are counted by rule and weighed at the end of their run.
 */
final class SarifReader {

    private static final String VERSION = "2.1.0";

    private static final int MOST_RUNS = 1000;

    private final JsonSource json;

    private final Findings findings = new Findings(ScanSeverity.CRITICAL, ScanSeverity.HIGH, ScanSeverity.MEDIUM,
            ScanSeverity.LOW, ScanSeverity.NONE);

    private final Set<String> tools = new TreeSet<>();

    private ScanTotals totals = new ScanTotals(0, 0, 0, 0, 0, 0, 0);

    private String version = "";

    private boolean runs;

    private int number;

    private String doubt = "";

    private SarifReader(JsonSource json) {
        this.json = json;
    }

    static Report read(InputStream in) throws IOException {
        try (JsonSource json = new JsonSource(in)) {
            return new SarifReader(json).read();
        }
    }

    private Report read() throws IOException {
        this.json.document((name) -> {
            switch (name) {
                case "version" -> {
                    this.version = this.json.text(Finding.NAME);
                    if (!VERSION.equals(this.version)) {
                        throw this.json.refuse("sarif-version", this.version);
                    }
                }
                case "runs" -> this.runs = this.json.elements(this::run);
                case "inlineExternalProperties" -> this.json.elements((index) -> this.json.fields((field) -> {
                    if (SarifRun.COUNTING.contains(field)) {
                        doubt("elsewhere");
                    }
                }));
                default -> {
                }
            }
        });
        if (this.version.isEmpty()) {
            throw this.json.refuse("sarif-no-version");
        }
        if (!this.runs) {
            throw this.json.refuse("sarif-no-runs");
        }
        if (this.number == 0) {
            doubt("no-runs");
        }
        Report report = Report.ofScan(Clip.to(Finding.NAME, String.join(", ", this.tools)), this.totals,
                this.findings.worst(), this.findings.leftOut());
        return this.doubt.isEmpty() ? report : report.doubting(this.doubt);
    }

    private void run(int index) throws IOException {
        if (index >= MOST_RUNS) {
            throw this.json.refuse("sarif-runs", MOST_RUNS);
        }
        SarifRun run = new SarifRun(this.json);
        run.read();
        this.number++;
        if (!run.tool().isEmpty() && this.tools.size() < 20) {
            this.tools.add(run.tool());
        }
        this.totals = this.totals.plus(run.totals(this.findings));
        doubt(run.doubt());
    }

    private void doubt(String code) {
        this.doubt = this.doubt.isEmpty() ? code : this.doubt;
    }

}
