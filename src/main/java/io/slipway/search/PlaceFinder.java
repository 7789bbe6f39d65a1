package io.slipway.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.slipway.ui.Messages;
import io.slipway.ui.PageFrame;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Finds the pages of the portal that the reader may open by the words of their names: the
 * menu's, and those that one looks for in it.
 */
@Component
@Order(7)
class PlaceFinder implements Finder {

    private static final List<String> EVERYBODYS = List.of("/releases/board", "/releases?status=ENDED",
            "/changes/agenda", "/configuration/stale", "/notices", "/me", "/me/tokens", "/me/absences", "/keys");

    private final PageFrame frame;

    private final Messages messages;

    PlaceFinder(PageFrame frame, Messages messages) {
        this.frame = frame;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "place";
    }

    @Override
    public String icon() {
        return "arrow-right";
    }

    @Override
    public SearchGroup find(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("\\s+");
        List<SearchHit> found = places().filter((place) -> Arrays.stream(words).allMatch((word) -> has(place, word)))
            .toList();
        return SearchGroup.of(this, text, found, null);
    }

    @Override
    public List<SearchHit> recent() {
        return menu().toList();
    }

    private static boolean has(SearchHit place, String word) {
        return Arrays.stream(place.name().toLowerCase(Locale.ROOT).split("\\s+"))
            .anyMatch((one) -> one.startsWith(word));
    }

    private Stream<SearchHit> places() {
        return Stream.concat(menu(), EVERYBODYS.stream()
            .map((address) -> new SearchHit("", this.messages.text("search.place." + name(address)), "", address)));
    }

    private Stream<SearchHit> menu() {
        return this.frame.menu()
            .stream()
            .map((entry) -> new SearchHit("", this.messages.text(entry.label()), "", entry.address()));
    }

    /** An address as a part of a message's key. */
    private static String name(String address) {
        return address.substring(1).replaceAll("[/?=]", "-").toLowerCase(Locale.ROOT);
    }

}
