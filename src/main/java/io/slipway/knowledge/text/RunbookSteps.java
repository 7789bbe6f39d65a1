package io.slipway.knowledge.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The steps of a runbook, written as headings of the second level, each with a list of
 * what to do and what to see; all else is prose. What stands in a block of code is none.
 */
public final class RunbookSteps {

    /** What a step may say, as the list beneath its heading begins. */
    public static final List<String> PARTS = List.of("do", "expect", "if not", "time", "role", "danger", "optional");

    private static final Pattern HEADING = Pattern.compile("## +(.*?)(?: *\\{#([a-z0-9-]{1,60})})? *");

    private static final Pattern PART = Pattern.compile("[-*] +(" + String.join("|", PARTS) + ") *: *(.*)",
            Pattern.CASE_INSENSITIVE);

    private RunbookSteps() {
    }

    /**
     * The steps of a text, in their order. A heading without any of the parts is a
     * section, no step.
     */
    public static List<RunbookStep> of(String markdown) {
        List<RunbookStep> steps = new ArrayList<>();
        String key = "";
        String title = "";
        Map<String, String> parts = new LinkedHashMap<>();
        boolean code = false;
        for (String line : lines(named(markdown))) {
            code ^= line.startsWith("```");
            Matcher heading = HEADING.matcher(line);
            Matcher part = PART.matcher(line);
            if (code) {
                continue;
            }
            if (line.matches("#{1,2} .*")) {
                add(steps, key, title, parts);
                parts = new LinkedHashMap<>();
                key = "";
                if (heading.matches()) {
                    title = heading.group(1).strip();
                    key = (heading.group(2) != null) ? heading.group(2) : "";
                }
            }
            else if (part.matches()) {
                parts.put(part.group(1).toLowerCase(Locale.ROOT), part.group(2).strip());
            }
        }
        add(steps, key, title, parts);
        return steps;
    }

    /**
     * The same text, in which each heading of the second level has a name of its own that
     * stays, such as <code>{#stop-the-writers}</code>.
     */
    public static String named(String markdown) {
        Set<String> taken = new HashSet<>();
        StringBuilder text = new StringBuilder();
        boolean code = false;
        List<String> lines = lines(markdown);
        for (String line : lines) {
            Matcher heading = HEADING.matcher(line);
            if (!code && heading.matches() && heading.group(2) != null) {
                taken.add(heading.group(2));
            }
            code ^= line.startsWith("```");
        }
        code = false;
        Set<String> used = new HashSet<>();
        for (String line : lines) {
            code ^= line.startsWith("```");
            Matcher heading = HEADING.matcher(line);
            boolean step = !code && heading.matches() && !heading.group(1).isBlank();
            if (step && (heading.group(2) == null || !used.add(heading.group(2)))) {
                String key = free(heading.group(1), taken);
                taken.add(key);
                used.add(key);
                text.append("## ").append(heading.group(1).strip()).append(" {#").append(key).append('}');
            }
            else {
                text.append(line);
            }
            text.append('\n');
        }
        return text.toString().stripTrailing();
    }

    private static void add(List<RunbookStep> steps, String key, String title, Map<String, String> parts) {
        if (!key.isEmpty() && !parts.isEmpty()) {
            steps.add(new RunbookStep(key, title, Map.copyOf(parts)));
        }
    }

    private static String free(String title, Set<String> taken) {
        String words = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String begin = words.isEmpty() ? "step" : words.substring(0, Math.min(words.length(), 50));
        String key = begin;
        for (int number = 2; taken.contains(key); number++) {
            key = begin + "-" + number;
        }
        return key;
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

}
