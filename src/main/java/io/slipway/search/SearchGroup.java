package io.slipway.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What was found of one kind.
 *
 * @param hits at most {@value Finder#MOST}
 * @param more address of the list that shows all of them; null if these are all, or there
 * is no such list
 */
record SearchGroup(String kind, String icon, List<SearchHit> hits, @Nullable String more) {

    /** The first hits for a text, those whose key begins with it before the others. */
    static SearchGroup of(Finder finder, String text, Collection<SearchHit> found, @Nullable String list) {
        List<SearchHit> hits = found.stream()
            .sorted(Comparator.comparing((hit) -> !hit.begins(text)))
            .limit(Finder.MOST)
            .toList();
        String more = (list != null && found.size() > Finder.MOST) ? UriComponentsBuilder.fromUriString(list)
            .queryParam("text", "{text}")
            .encode()
            .buildAndExpand(text)
            .toUriString() : null;
        return new SearchGroup(finder.kind(), finder.icon(), hits, more);
    }

}
