package io.slipway.validation.report;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a record of tests done by hand:
 * {@code {"slipwayManualTest": 1, "title": "…", "steps": [{"action": "…", "expected": "…",
 * "actual": "…", "result": "passed", "severity": "major"}]}}.
 */
final class ManualReader {

    private static final int MOST_STEPS = 200;

    private final JsonSource json;

    private final Findings findings = new Findings(TestSeverity.CRITICAL, TestSeverity.MAJOR, TestSeverity.MINOR,
            "skipped", "passed");

    private TestTotals totals = TestTotals.NONE;

    private String title = "";

    private int version;

    private ManualReader(JsonSource json) {
        this.json = json;
    }

    static Report read(InputStream in) throws IOException {
        try (JsonSource json = new JsonSource(in)) {
            return new ManualReader(json).read();
        }
    }

    private Report read() throws IOException {
        this.json.document((name) -> {
            switch (name) {
                case "slipwayManualTest" -> this.version = this.json.number();
                case "title" -> this.title = this.json.text(Finding.NAME);
                case "steps" -> this.json.elements(this::step);
                default -> throw this.json.refuse("manual-field", Clip.to(Finding.NAME, name));
            }
        });
        if (this.version != 1) {
            throw this.json.refuse("manual-version");
        }
        if (this.title.isEmpty() || this.totals.total() == 0) {
            throw this.json.refuse("manual-empty");
        }
        return Report.ofTests(ReportFormat.MANUAL, this.title, this.totals, java.util.List.of(), 0,
                this.findings.worst(), this.findings.leftOut());
    }

    private void step(int index) throws IOException {
        if (index >= MOST_STEPS) {
            throw this.json.refuse("manual-steps", MOST_STEPS);
        }
        String[] texts = { "", "", "", "", "" };
        this.json.fields((name) -> {
            switch (name) {
                case "action" -> texts[0] = this.json.text(Finding.MESSAGE);
                case "expected" -> texts[1] = this.json.text(Finding.MESSAGE);
                case "actual" -> texts[2] = this.json.text(Finding.MESSAGE);
                case "result" -> texts[3] = this.json.text(Finding.NAME);
                case "severity" -> texts[4] = this.json.text(Finding.NAME);
                default -> throw this.json.refuse("manual-field", Clip.to(Finding.NAME, name));
            }
        });
        if (texts[0].isEmpty()) {
            throw this.json.refuse("manual-action", index + 1);
        }
        String severity = TestSeverity.of(texts[4], texts[0], "", "");
        String state = switch (texts[3]) {
            case "passed", "skipped" -> texts[3];
            case "failed" -> severity;
            default -> throw this.json.refuse("manual-result", index + 1);
        };
        this.totals = this.totals.plus(switch (texts[3]) {
            case "passed" -> new TestTotals(1, 0, 0, 0, 0, 0, 0);
            case "skipped" -> new TestTotals(1, 0, 0, 0, 1, 0, 0);
            default -> TestTally.failure(severity, 1, 0);
        });
        this.findings.add(Finding.of(state, "", texts[0], texts[1], texts[2]));
    }

}
