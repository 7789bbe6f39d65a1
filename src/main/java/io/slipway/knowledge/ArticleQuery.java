package io.slipway.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * What a list of articles shows.
 *
 * @param text words of title, symptom, text or keys; empty for all
 * @param kind only that kind
 * @param service only about that service; empty for any
 * @param view which of them
 * @param from the cursor of the page before, empty for the first page
 */
public record ArticleQuery(String text, @Nullable ArticleKind kind, String service, View view, String from) {

    /** Parts of the articles. */
    public enum View {

        /** All but those archived. */
        CURRENT,
        /** Those whose review is due, the longest first. */
        DUE,
        /** Those archived. */
        ARCHIVED

    }

    /** Articles in use with some words. */
    public static ArticleQuery of(String text) {
        return new ArticleQuery(text, null, "", View.CURRENT, "");
    }

}
