package io.slipway.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemQuery;
import io.slipway.configuration.ItemSummary;
import io.slipway.ui.Messages;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Finds configuration items in use by the beginning of their key or name. Everybody who
 * is signed in reads them. A key that is a plain word, such as {@code payments}, is
 * looked for rather than gone to, since releases have that word too.
 */
@Component
@Order(4)
class ItemFinder implements Finder {

    private static final Pattern KEY = Pattern.compile("(?=.*[0-9._-])[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final ConfigurationManagement configuration;

    private final Messages messages;

    ItemFinder(ConfigurationManagement configuration, Messages messages) {
        this.configuration = configuration;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "item";
    }

    @Override
    public String icon() {
        return "topology-star-3";
    }

    @Override
    public Optional<String> exact(String text) {
        return KEY.matcher(text).matches() ? this.configuration.find(List.of(text.toLowerCase(Locale.ROOT)))
            .stream()
            .map(ItemFinder::address)
            .findFirst() : Optional.empty();
    }

    @Override
    public SearchGroup find(String text) {
        List<SearchHit> found = this.configuration.list(new ItemQuery(text, null, "", false, ""))
            .rows()
            .stream()
            .map((item) -> new SearchHit(item.key(), item.name(),
                    this.messages.text("configuration.type." + item.type()), address(item)))
            .toList();
        return SearchGroup.of(this, text, found, "/configuration");
    }

    private static String address(ItemSummary item) {
        return "/configuration/" + item.key();
    }

}
