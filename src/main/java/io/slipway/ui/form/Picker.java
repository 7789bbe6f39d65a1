package io.slipway.ui.form;

import java.util.Collection;
import java.util.List;

import io.slipway.input.KeyPage;

/**
 * Finds things of one kind that are picked in forms rather than typed. It gives nobody
 * what its own pages would refuse.
 */
public interface Picker {

    /** What is picked: the name of the list in addresses, such as {@code item}. */
    String kind();

    /**
     * What a text finds; all without one. Refuses, with an {@code AccessDeniedException},
     * whoever has no form to pick for.
     * @param text the beginning of a key, or of a name
     * @param from the cursor of the page before, empty for the first page
     */
    KeyPage<Pick> find(String text, String from);

    /**
     * The things that some values stand for; a value that stands for none is left out.
     */
    List<Pick> named(Collection<String> values);

    /** Whether the form takes a value that stands for nothing known. */
    default boolean open() {
        return false;
    }

}
