package io.slipway.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to search work items: the beginning of a release's key, or words
 * that the release's name and the step's label begin with.
 *
 * @param prefix the text as the beginning of a key; empty for no search
 * @param words its words, letters and digits only
 */
record SearchText(String prefix, List<String> words) {

    private static final int LONGEST = 100;

    private static final int MOST_WORDS = 8;

    static SearchText of(@Nullable String typed) {
        String text = (typed != null) ? typed.strip() : "";
        String prefix = text.substring(0, Math.min(LONGEST, text.length()));
        List<String> words = Arrays.stream(prefix.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
            .filter((word) -> !word.isEmpty())
            .limit(MOST_WORDS)
            .toList();
        return new SearchText(prefix, words);
    }

    boolean any() {
        return !this.prefix.isEmpty();
    }

    /**
     * The work items it may mean, each found through an index, joined with their rows.
     */
    Clause candidates(WorkItemState state) {
        Clause byKey = Clause.of("select id from work_items where business_key like ? and state = ?",
                this.prefix.replaceAll("([\\\\%_])", "\\\\$1") + "%", state.name());
        Clause found = byKey;
        if (!this.words.isEmpty()) {
            String all = this.words.stream().map((word) -> "+" + word + "*").collect(Collectors.joining(" "));
            found = byKey.append(" union ")
                .append(Clause.of("select id from work_items where match (subject, step_name) "
                        + "against (? in boolean mode) and state = ?", all, state.name()));
        }
        return Clause.of("(").append(found).append(") t join work_items w on w.id = t.id");
    }

}
