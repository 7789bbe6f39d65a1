package io.slipway.configuration.exchange;

import java.util.List;

/**
 * What an import would do with one row of its file.
 *
 * @param line where the file says so
 * @param key key of the item
 * @param changes what would be different; for a new item all that it would have
 * @param refusals why it is refused; none if it is not
 */
public record ImportRow(int line, String key, Action action, List<Change> changes, List<Refusal> refusals) {

    /** What would be done. */
    public enum Action {

        /** The row cannot be imported, and so nothing of the file can. */
        REFUSED,
        /** A new item is registered. */
        NEW,
        /** A known item is changed. */
        CHANGED,
        /** The register says so already. */
        UNCHANGED

    }

    /**
     * A field that would be different.
     *
     * @param field the field's name, such as {@code owner}
     * @param before its value now; empty for a new item
     * @param after the value that it would have
     */
    public record Change(String field, String before, String after) {
    }

    /**
     * What is wrong with a row.
     *
     * @param field the field at fault; empty for the row as a whole
     * @param message what is wrong and what to do about it
     */
    public record Refusal(String field, String message) {
    }

}
