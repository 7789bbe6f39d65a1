package io.slipway.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.slipway.change.ChangeQuery;
import io.slipway.change.ChangeRegister;
import io.slipway.ui.Messages;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Finds change records by the beginning of their number or of their release's key, or by
 * words of their title. Everybody who is signed in reads them.
 */
@Component
@Order(2)
class ChangeFinder implements Finder {

    private static final Pattern NUMBER = Pattern.compile("CHG-[0-9]{1,12}", Pattern.CASE_INSENSITIVE);

    private final ChangeRegister changes;

    private final Messages messages;

    ChangeFinder(ChangeRegister changes, Messages messages) {
        this.changes = changes;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "change";
    }

    @Override
    public String icon() {
        return "git-pull-request";
    }

    @Override
    public Optional<String> exact(String text) {
        return NUMBER.matcher(text).matches() ? this.changes.find(List.of(text.toUpperCase(Locale.ROOT)))
            .stream()
            .map((change) -> address(change.number()))
            .findFirst() : Optional.empty();
    }

    @Override
    public SearchGroup find(String text) {
        List<SearchHit> found = this.changes.list(new ChangeQuery(text, null, null, null, "", ""))
            .rows()
            .stream()
            .map((change) -> new SearchHit(change.number(), change.title(),
                    this.messages.text("change.status." + change.status()), address(change.number())))
            .toList();
        return SearchGroup.of(this, text, found, "/changes");
    }

    private static String address(String number) {
        return "/changes/" + number;
    }

}
