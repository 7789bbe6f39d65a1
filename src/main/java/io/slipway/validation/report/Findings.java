package io.slipway.validation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the most severe findings of any number, and counts the others.
 */
final class Findings {

    private final Map<String, List<Finding>> kept = new LinkedHashMap<>();

    private int seen;

    /**
     * Begins.
     * @param severities from the most to the least severe
     */
    Findings(String... severities) {
        for (String severity : severities) {
            this.kept.put(severity, new ArrayList<>());
        }
    }

    /** Whether another one of that severity would be kept. */
    boolean wants(String severity) {
        return this.kept.getOrDefault(severity, List.of()).size() < Report.MOST_FINDINGS;
    }

    void add(Finding finding) {
        this.seen++;
        List<Finding> same = this.kept.get(finding.severity());
        if (same != null && same.size() < Report.MOST_FINDINGS) {
            same.add(finding);
        }
    }

    /** Gives a finding that was kept another severity. */
    void move(String severity, String where, String what, String to) {
        List<Finding> from = this.kept.getOrDefault(severity, List.of());
        for (int i = from.size() - 1; i >= 0; i--) {
            Finding one = from.get(i);
            if (one.where().equals(where) && one.what().equals(what)) {
                from.remove(i);
                this.seen--;
                add(new Finding(to, where, what, one.message(), one.detail()));
                return;
            }
        }
    }

    /** Counts findings without keeping them. */
    void count(int more) {
        this.seen = Sums.of(this.seen, more);
    }

    List<Finding> worst() {
        return this.kept.values().stream().flatMap(List::stream).limit(Report.MOST_FINDINGS).toList();
    }

    int leftOut() {
        return this.seen - worst().size();
    }

}
