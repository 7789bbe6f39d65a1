package io.slipway.validation.report;

import org.jspecify.annotations.Nullable;

/**
 * Decides how much a finding of a scanner weighs: by its security severity, a number from
 * 0 to 10 that is read like a CVSS score, or else by its level.
 */
final class ScanSeverity {

    static final String CRITICAL = "critical";

    static final String HIGH = "high";

    static final String MEDIUM = "medium";

    static final String LOW = "low";

    static final String NONE = "informational";

    private ScanSeverity() {
    }

    /** The severity by a score as text; null if it is no score. */
    static @Nullable String ofScore(String text) {
        if (!text.matches("\\d{1,2}(\\.\\d{1,6})?")) {
            return null;
        }
        double score = Double.parseDouble(text);
        if (score >= 9) {
            return CRITICAL;
        }
        if (score >= 7) {
            return HIGH;
        }
        if (score >= 4) {
            return MEDIUM;
        }
        return (score > 0) ? LOW : NONE;
    }

    /** The severity by a level; an unknown one is a warning, as the format says. */
    static String ofLevel(String level) {
        return switch (level) {
            case "error" -> HIGH;
            case "note" -> LOW;
            case "none" -> NONE;
            default -> MEDIUM;
        };
    }

    static ScanTotals one(String severity, int times, int fresh) {
        return switch (severity) {
            case CRITICAL -> new ScanTotals(times, 0, 0, 0, 0, 0, fresh);
            case HIGH -> new ScanTotals(0, times, 0, 0, 0, 0, fresh);
            case MEDIUM -> new ScanTotals(0, 0, times, 0, 0, 0, fresh);
            case LOW -> new ScanTotals(0, 0, 0, times, 0, 0, fresh);
            default -> new ScanTotals(0, 0, 0, 0, times, 0, fresh);
        };
    }

}
