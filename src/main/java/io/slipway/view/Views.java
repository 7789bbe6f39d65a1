package io.slipway.view;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What stands above a list: the views that everybody has, and those that were saved.
 *
 * @param query what the list shows now, as the query of its address
 * @param tabs those that everybody has
 * @param own those that the reader saved
 * @param shared those that others share
 */
public record Views(ViewedList list, String query, List<ViewTab> tabs, List<SavedView> own, List<SavedView> shared) {

    /** The number above which counts only say "more than". */
    public int cap() {
        return SavedViews.MOST_COUNTED;
    }

    /** The saved view that is shown, if one is. */
    public @Nullable SavedView current() {
        return this.own.stream()
            .filter(this::shows)
            .findFirst()
            .or(() -> this.shared.stream().filter(this::shows).findFirst())
            .orElse(null);
    }

    private boolean shows(SavedView view) {
        return view.query().equals(this.query);
    }

}
