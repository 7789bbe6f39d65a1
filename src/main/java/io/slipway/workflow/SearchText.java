package io.slipway.workflow;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to search work items: terms of which each must begin a word of the
 * release's key or name or of the step's label. Case and accents do not matter.
 *
 * @param terms the terms, as the words are kept
 */
record SearchText(List<String> terms) {

    /** The longest word that is kept. */
    static final int LONGEST = 64;

    private static final int MOST_TERMS = 6;

    private static final int MOST_WORDS = 40;

    static SearchText of(@Nullable String typed) {
        return new SearchText(tokens((typed != null) ? typed : "").distinct().limit(MOST_TERMS).toList());
    }

    boolean any() {
        return !this.terms.isEmpty();
    }

    /**
     * The words under which a work item is found: what stands between blanks, such as
     * {@code pay-2026.11}, and its parts.
     */
    static Set<String> words(WorkItem item) {
        Set<String> words = new LinkedHashSet<>();
        Stream.of(item.businessKey(), item.subject(), item.stepName()).flatMap(SearchText::tokens).forEach((token) -> {
            words.add(token);
            Collections.addAll(words, token.split("[^\\p{L}\\p{N}]+"));
        });
        words.remove("");
        return words.stream().limit(MOST_WORDS).collect(LinkedHashSet::new, LinkedHashSet::add, LinkedHashSet::addAll);
    }

    private static Stream<String> tokens(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("\\s+"))
            .map((token) -> token.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", ""))
            .filter((token) -> !token.isEmpty())
            .map((token) -> token.substring(0, Math.min(LONGEST, token.length())));
    }

}
