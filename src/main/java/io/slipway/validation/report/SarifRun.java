package io.slipway.validation.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.slipway.validation.report.SarifRules.Rule;
import io.slipway.validation.report.SarifRules.RuleName;
import org.jspecify.annotations.Nullable;

/**
 * One run of a scanner as it is being read.
 */
final class SarifRun {

    /** What lies outside of a run only if it is too large for it. */
    static final Set<String> COUNTING = Set.of("results", "driver", "extensions");

    private static final Set<String> NO_FAILURES = Set.of("pass", "notApplicable", "informational");

    private static final int MOST_KINDS = 20_000;

    private static final int MOST_SAMPLES = 5000;

    private static final int SAMPLES_OF_EACH = 2;

    private final JsonSource json;

    private final SarifRules rules;

    private final Map<Kind, Tally> tallies = new HashMap<>();

    private boolean results;

    private String doubt = "";

    private int suppressed;

    private int samples;

    SarifRun(JsonSource json) {
        this.json = json;
        this.rules = new SarifRules(json);
    }

    void read() throws IOException {
        this.json.fields((name) -> {
            switch (name) {
                case "tool" -> this.rules.read();
                case "results" -> this.results = this.json.elements((index) -> result());
                case "invocations" -> this.json.elements(this::invocation);
                case "externalPropertyFileReferences" -> this.json.fields((field) -> {
                    if (COUNTING.contains(field)) {
                        throw this.json.refuse("sarif-external");
                    }
                });
                default -> {
                }
            }
        });
    }

    private void invocation(int index) throws IOException {
        this.json.fields((field) -> {
            switch (field) {
                case "executionSuccessful" -> doubtIf(!this.json.isTrue(), "unfinished");
                case "ruleConfigurationOverrides" -> this.rules.overrides(index);
                default -> {
                }
            }
        });
    }

    private void doubtIf(boolean wrong, String code) {
        this.doubt = (wrong && this.doubt.isEmpty()) ? code : this.doubt;
    }

    private void result() throws IOException {
        Result result = new Result();
        this.json.fields((name) -> {
            switch (name) {
                case "ruleId" -> result.ruleId = this.json.text(Finding.NAME);
                case "ruleIndex" -> result.ruleIndex = this.json.number();
                case "rule" -> rule(result);
                case "level" -> result.level = this.json.text(Finding.NAME);
                case "kind" -> result.kind = this.json.text(Finding.NAME);
                case "baselineState" -> result.baseline = this.json.text(Finding.NAME);
                case "message" -> result.message = message();
                case "locations" -> this.json.elements((index) -> {
                    if (index == 0) {
                        location(result);
                    }
                });
                case "suppressions" -> suppressions(result);
                case "provenance" -> this.json.fields((field) -> {
                    if (field.equals("invocationIndex")) {
                        result.invocation = this.json.number();
                    }
                });
                case "properties" -> this.json.fields((field) -> {
                    if (field.equals(SarifRules.SCORE)) {
                        result.score = this.rules.score();
                    }
                });
                default -> {
                }
            }
        });
        count(result);
    }

    private void rule(Result result) throws IOException {
        RuleName name = this.rules.name();
        result.component = name.component();
        result.ruleIndex = (name.index() >= 0) ? name.index() : result.ruleIndex;
        result.ruleId = name.id().isEmpty() ? result.ruleId : name.id();
    }

    private String message() throws IOException {
        String[] text = { "" };
        this.json.fields((name) -> {
            if (name.equals("text")) {
                text[0] = this.json.text(Finding.MESSAGE);
            }
        });
        return text[0];
    }

    private void location(Result result) throws IOException {
        this.json.fields((name) -> {
            if (name.equals("physicalLocation")) {
                this.json.fields((field) -> {
                    if (field.equals("artifactLocation")) {
                        this.json.fields((part) -> {
                            if (part.equals("uri")) {
                                result.file = this.json.text(Finding.NAME);
                            }
                        });
                    }
                    if (field.equals("region")) {
                        this.json.fields((part) -> {
                            if (part.equals("startLine")) {
                                result.line = this.json.number();
                            }
                        });
                    }
                });
            }
        });
    }

    /** Accepted as it is, unless one of the suppressions is rejected or under review. */
    private void suppressions(Result result) throws IOException {
        boolean[] open = { false };
        int[] number = { 0 };
        this.json.elements((index) -> {
            number[0]++;
            open[0] |= !this.json.isObject();
            this.json.fields((name) -> {
                if (name.equals("status")) {
                    open[0] |= !this.json.text(Finding.NAME).equals("accepted");
                }
            });
        });
        result.suppressed = number[0] > 0 && !open[0];
    }

    private void count(Result result) {
        if (result.baseline.equals("absent") || !result.isFailure()) {
            return;
        }
        if (result.suppressed) {
            this.suppressed++;
            return;
        }
        Kind kind = new Kind(new RuleName(result.component, result.ruleIndex, result.ruleId), result.level,
                result.score, result.invocation);
        Tally tally = this.tallies.computeIfAbsent(kind, (any) -> new Tally());
        if (this.tallies.size() > MOST_KINDS) {
            throw this.json.refuse("sarif-rules", MOST_KINDS);
        }
        tally.number++;
        tally.fresh += result.baseline.equals("new") ? 1 : 0;
        boolean room = this.samples < MOST_SAMPLES && tally.samples.size() < Report.MOST_FINDINGS;
        if (room || tally.samples.size() < SAMPLES_OF_EACH) {
            this.samples++;
            tally.samples.add(new Sample(result.where(), result.message));
        }
    }

    /** Why nobody is sure of it; empty if everybody is. */
    String doubt() {
        doubtIf(!this.results, "no-results");
        doubtIf(this.rules.doubtful(), "not-understood");
        return this.doubt;
    }

    String tool() {
        return this.rules.tool();
    }

    /** Weighs what was counted, now that the rules are known. */
    ScanTotals totals(Findings findings) {
        ScanTotals totals = new ScanTotals(0, 0, 0, 0, 0, this.suppressed, 0);
        for (Map.Entry<Kind, Tally> entry : this.tallies.entrySet()) {
            Rule rule = this.rules.find(entry.getKey().rule());
            String severity = severity(entry.getKey());
            Tally tally = entry.getValue();
            totals = totals.plus(ScanSeverity.one(severity, tally.number, tally.fresh));
            for (Sample sample : tally.samples) {
                findings.add(Finding.of(severity, sample.where(), rule.id(),
                        sample.message().isEmpty() ? rule.text() : sample.message(), ""));
            }
            findings.count(tally.number - tally.samples.size());
        }
        return totals;
    }

    private String severity(Kind kind) {
        doubtIf(!ScanSeverity.isLevel(kind.level()), "not-understood");
        if (kind.score() != null) {
            return kind.score();
        }
        return kind.level().equals("none") ? ScanSeverity.NONE
                : this.rules.severity(kind.rule(), kind.level(), kind.invocation());
    }

    /**
     * Results that weigh the same.
     *
     * @param rule the rule's name in the result
     * @param level the result's level; empty if it says none
     * @param score the result's own severity; null if it says none
     * @param invocation which invocation of the scanner found it; -1 if it does not say
     */
    private record Kind(RuleName rule, String level, @Nullable String score, int invocation) {
    }

    /** What is kept of a result. */
    private record Sample(String where, String message) {
    }

    /** Counts results of one kind. */
    private static final class Tally {

        private final List<Sample> samples = new ArrayList<>();

        private int number;

        private int fresh;

    }

    /** A result as it is being read. */
    private static final class Result {

        private String ruleId = "";

        private int ruleIndex = -1;

        private int component = -1;

        private int invocation = -1;

        private String level = "";

        private String kind = "";

        private String baseline = "";

        private String message = "";

        private String file = "";

        private int line = -1;

        private boolean suppressed;

        private @Nullable String score;

        boolean isFailure() {
            return !NO_FAILURES.contains(this.kind);
        }

        String where() {
            return (this.line > 0) ? this.file + ":" + this.line : this.file;
        }

    }

}
