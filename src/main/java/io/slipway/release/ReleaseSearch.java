package io.slipway.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds releases by the beginning of their key or the beginnings of words of their name:
 * at most {@link #HITS} of each, so that ordering them stays cheap.
 */
final class ReleaseSearch {

    private static final int HITS = 1000;

    private static final int SHORTEST_WORD = 3;

    /** Words that the database's index leaves out. */
    private static final Set<String> LEFT_OUT = Set.of("about", "are", "com", "for", "from", "how", "that", "the",
            "this", "und", "was", "what", "when", "where", "who", "will", "with", "www");

    /** What can only be the beginning of a key: no words of names are searched for it. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9]{1,9}-[A-Za-z0-9.-]*[0-9][A-Za-z0-9.-]*");

    private final List<String> statements = new ArrayList<>();

    private final Map<String, Object> parameters = new HashMap<>();

    ReleaseSearch(String text) {
        String key = text.strip();
        if (!key.contains(" ")) {
            this.statements.add("(select id from releases where release_key like :keyStart limit " + HITS + ")");
            this.parameters.put("keyStart", key.replaceAll("([%_\\\\])", "\\\\$1") + "%");
        }
        if (KEY.matcher(key).matches()) {
            return;
        }
        List<String> words = Arrays.stream(key.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
            .filter((word) -> word.length() >= SHORTEST_WORD && !LEFT_OUT.contains(word))
            .map((word) -> "+" + word + "*")
            .toList();
        if (!words.isEmpty()) {
            this.statements.add(
                    "(select id from releases where match (name) against (:words in boolean mode) limit " + HITS + ")");
            this.parameters.put("words", String.join(" ", words));
        }
    }

    String statement() {
        return this.statements.isEmpty() ? "select id from releases where id < 0"
                : String.join(" union ", this.statements);
    }

    Map<String, Object> parameters() {
        return this.parameters;
    }

}
