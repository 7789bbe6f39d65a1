package io.slipway.planning.editor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.slipway.input.InvalidInputException;
import io.slipway.planning.wave.LinkKind;
import io.slipway.planning.wave.StepLink;

/**
 * How rows say numbers, keys and what a step waits for.
 */
final class RowText {

    private static final Pattern LINK = Pattern.compile("(start of )?([^+]+?)\\s*(?:\\+\\s*([0-9]{1,6}))?",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_KEY = 36;

    private RowText() {
    }

    /** A whole number; another one if nothing was typed. */
    static int number(String field, String text, int otherwise) {
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("-?[0-9]{1,9}")) {
            throw new InvalidInputException(field, "planning.waves.number", text);
        }
        return Integer.parseInt(text);
    }

    /** The words separated by commas. */
    static List<String> words(String text) {
        return Arrays.stream(text.split("[,;\n]")).map(String::strip).filter((word) -> !word.isEmpty()).toList();
    }

    /** Such as {@code stop, copy + 10, start of deploy + 5}. */
    static List<StepLink> links(String field, String text) {
        return words(text).stream().map((word) -> {
            Matcher matcher = LINK.matcher(word);
            if (!matcher.matches()) {
                throw new InvalidInputException(field, "planning.waves.link.text", word);
            }
            return new StepLink(matcher.group(2),
                    (matcher.group(1) != null) ? LinkKind.START_START : LinkKind.FINISH_START,
                    (matcher.group(3) != null) ? Integer.parseInt(matcher.group(3)) : 0);
        }).toList();
    }

    static String text(List<StepLink> links) {
        return links.stream()
            .map((link) -> ((link.kind() == LinkKind.START_START) ? "start of " : "") + link.step()
                    + ((link.lag() != 0) ? " + " + link.lag() : ""))
            .collect(Collectors.joining(", "));
    }

    /**
     * A key made of a name, such as {@code stop-the-queue}.
     * @param within what distinguishes it if it is taken, such as its wave's key
     * @param taken keys that others have; the new one is added
     */
    static String key(String name, String within, Set<String> taken) {
        String base = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        base = base.isEmpty() ? "step" : base.substring(0, Math.min(LONGEST_KEY, base.length())).replaceAll("-$", "");
        String key = base;
        for (int i = 1; !taken.add(key); i++) {
            String end = (i == 1 && !within.isEmpty()) ? "-" + within : "-" + (i + 1);
            key = base.substring(0, Math.max(1, Math.min(base.length(), LONGEST_KEY + 4 - end.length()))) + end;
        }
        return key;
    }

    static String number(int value, int otherwise) {
        return (value == otherwise) ? "" : Integer.toString(value);
    }

}
