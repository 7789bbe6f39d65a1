package io.slipway.view;

import java.util.Arrays;
import java.util.Locale;

import io.slipway.input.NotFoundException;

/**
 * A list whose filters live in its address.
 */
public enum ViewedList {

    /** What waits for people. */
    TASKS,
    /** All releases. */
    RELEASES;

    /**
     * The list of an id.
     * @param id such as {@code tasks}
     * @return the list; refuses with a {@code NotFoundException} if there is none
     */
    public static ViewedList of(String id) {
        return Arrays.stream(values())
            .filter((list) -> list.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("list", id));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its address, without a query. */
    public String path() {
        return "/" + id();
    }

}
