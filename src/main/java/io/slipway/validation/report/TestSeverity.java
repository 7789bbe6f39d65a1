package io.slipway.validation.report;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides how much the failure of a test weighs: a property {@code severity} of the test
 * or its suite says so, or a tag in its name such as {@code [critical]},
 * {@code @critical} or {@code #critical}; a test that says nothing is major.
 */
final class TestSeverity {

    static final String CRITICAL = "critical";

    static final String MAJOR = "major";

    static final String MINOR = "minor";

    static final String PROPERTY = "severity";

    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("critical", CRITICAL),
            Map.entry("blocker", CRITICAL), Map.entry("highest", CRITICAL), Map.entry("high", MAJOR),
            Map.entry("major", MAJOR), Map.entry("normal", MAJOR), Map.entry("medium", MAJOR),
            Map.entry("minor", MINOR), Map.entry("trivial", MINOR), Map.entry("low", MINOR));

    private static final Pattern TAG = Pattern.compile(
            "\\[(critical|major|minor)]|(?:^|[\\s_/(])[@#](critical|major|minor)(?![a-z0-9])",
            Pattern.CASE_INSENSITIVE);

    private static final int SEARCHED = 1000;

    private TestSeverity() {
    }

    /**
     * The severity by what is said of a test, the nearest first; empty texts say none.
     */
    static String of(String property, String name, String className, String suiteProperty) {
        for (String word : new String[] { word(property), tag(name), tag(className), word(suiteProperty) }) {
            if (!word.isEmpty()) {
                return word;
            }
        }
        return MAJOR;
    }

    private static String word(String property) {
        return property.isBlank() ? "" : WORDS.getOrDefault(property.strip().toLowerCase(Locale.ROOT), MAJOR);
    }

    private static String tag(String name) {
        Matcher matcher = TAG.matcher(name.substring(0, Math.min(SEARCHED, name.length())));
        if (!matcher.find()) {
            return "";
        }
        String tag = (matcher.group(1) != null) ? matcher.group(1) : matcher.group(2);
        return tag.toLowerCase(Locale.ROOT);
    }

}
