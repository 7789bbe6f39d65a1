package io.slipway.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.slipway.sql.Clause;

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

    private ReleaseSearch() {
    }

    /** The statement that finds the ids of what a text means. */
    static Clause ids(String text) {
        String key = text.strip();
        List<Clause> hits = new ArrayList<>();
        if (!key.contains(" ")) {
            hits.add(hits("release_key like :keyStart", "keyStart", Clause.beginning(key)));
        }
        if (!KEY.matcher(key).matches()) {
            String words = Arrays.stream(key.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter((word) -> word.length() >= SHORTEST_WORD && !LEFT_OUT.contains(word))
                .map((word) -> "+" + word + "*")
                .collect(Collectors.joining(" "));
            if (!words.isEmpty()) {
                hits.add(hits("match (name) against (:words in boolean mode)", "words", words));
            }
        }
        return hits.isEmpty() ? Clause.of("select id from releases where id < 0") : Clause.join(hits, " union ");
    }

    private static Clause hits(String condition, String name, String value) {
        return Clause.of("(select id from releases where " + condition + " limit " + HITS + ")", name, value);
    }

}
