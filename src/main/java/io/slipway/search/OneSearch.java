package io.slipway.search;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the finders of all kinds, in the order in which their kinds are shown.
 */
@Service
@Transactional(readOnly = true)
class OneSearch {

    private final List<Finder> finders;

    OneSearch(List<Finder> finders) {
        this.finders = finders;
    }

    /** The address of the first thing that has exactly this key. */
    Optional<String> exact(String text) {
        return this.finders.stream().flatMap((finder) -> finder.exact(text).stream()).findFirst();
    }

    /** What a text finds, by kind; without text what is offered before one types. */
    List<SearchGroup> find(String text) {
        return this.finders.stream()
            .map((finder) -> text.isEmpty() ? new SearchGroup(finder.kind(), finder.icon(), finder.recent(), null)
                    : finder.find(text))
            .filter((group) -> !group.hits().isEmpty())
            .toList();
    }

}
