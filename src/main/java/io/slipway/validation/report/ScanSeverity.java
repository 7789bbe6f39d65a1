package io.slipway.validation.report;

import java.util.List;
import java.util.Locale;

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

    /** What scanners write where they have no score. */
    static boolean isNoScore(String text) {
        return text.isBlank() || text.matches("(?i)null|none|undefined|unknown|n/a");
    }

    /** The severity by a score as text, or by its name; null if it is neither. */
    static @Nullable String ofScore(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (List.of(CRITICAL, HIGH, MEDIUM, LOW).contains(word)) {
            return word;
        }
        if (!word.matches("\\d{1,3}(\\.\\d{1,17})?(e[+-]?\\d{1,2})?")) {
            return null;
        }
        double score = Double.parseDouble(word);
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

    /** Whether the format knows a level; saying none is one, too. */
    static boolean isLevel(String level) {
        return List.of("", "error", "warning", "note", "none").contains(level);
    }

    /** The worse of two severities. */
    static String worse(String one, String other) {
        List<String> order = List.of(CRITICAL, HIGH, MEDIUM, LOW, NONE);
        return (order.indexOf(one) <= order.indexOf(other)) ? one : other;
    }

    /** The severity by a level; to say none is a warning, as the format says. */
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
