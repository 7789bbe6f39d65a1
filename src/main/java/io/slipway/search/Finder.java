package io.slipway.search;

import java.util.List;
import java.util.Optional;

/**
 * Finds one kind of thing, by index and only as many as are shown. It gives nobody what
 * its own pages would refuse. Its name is the message {@code search.kind.<kind>}.
 */
interface Finder {

    /** How many of a kind are shown. */
    int MOST = 5;

    String kind();

    String icon();

    /** The address of what has exactly this key, in either case. */
    default Optional<String> exact(String text) {
        return Optional.empty();
    }

    /** What a text finds, the keys that begin with it first. */
    SearchGroup find(String text);

    /** What is offered before anything is typed. */
    default List<SearchHit> recent() {
        return List.of();
    }

}
