package io.slipway.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that somebody typed, as the full-text index of the database takes them: what it
 * reads as an operator is left out, and so are words that it does not keep.
 */
final class SearchWords {

    /** The shortest word that the index keeps. */
    private static final int SHORTEST = 3;

    private static final int MOST = 8;

    /** The words that InnoDB never keeps. */
    private static final Set<String> STOP_WORDS = Set.of("about", "are", "com", "for", "from", "how", "that", "the",
            "this", "was", "what", "when", "where", "who", "will", "with", "und", "www");

    private SearchWords() {
    }

    /** The words of a text that can be looked for, each once. */
    static List<String> of(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_]+"))
            .filter((word) -> word.length() >= SHORTEST && !STOP_WORDS.contains(word))
            .distinct()
            .limit(MOST)
            .toList();
    }

    /**
     * All words have to be there, each as the beginning of a word: for short texts only,
     * since a beginning stands for many words.
     * @return empty if there is no word to look for
     */
    static String begun(String text) {
        return expression(text, "*");
    }

    /**
     * All words have to be there.
     * @return empty if there is no word to look for
     */
    static String whole(String text) {
        return expression(text, "");
    }

    private static String expression(String text, String after) {
        return of(text).stream().map((word) -> "+" + word + after).collect(Collectors.joining(" "));
    }

}
