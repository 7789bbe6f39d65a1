package io.slipway.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseQuery;
import io.slipway.release.ReleaseQuery.Sort;
import io.slipway.release.ReleaseStatus;
import io.slipway.release.ReleaseSummary;
import io.slipway.ui.Messages;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Finds releases by the beginning of their key or words of their name. Everybody who is
 * signed in reads them.
 */
@Component
@Order(1)
class ReleaseFinder implements Finder {

    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9]{1,9}-[A-Za-z0-9.-]{1,30}");

    private final ReleaseManagement releases;

    private final Messages messages;

    ReleaseFinder(ReleaseManagement releases, Messages messages) {
        this.releases = releases;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "release";
    }

    @Override
    public String icon() {
        return "rocket";
    }

    @Override
    public Optional<String> exact(String text) {
        return KEY.matcher(text).matches() ? this.releases.find(List.of(text.toUpperCase(Locale.ROOT)))
            .stream()
            .map(this::hit)
            .findFirst()
            .map(SearchHit::address) : Optional.empty();
    }

    @Override
    public SearchGroup find(String text) {
        return SearchGroup.of(this, text, list(text, Sort.START), "/releases");
    }

    @Override
    public List<SearchHit> recent() {
        return list("", Sort.REGISTERED).stream().limit(MOST).toList();
    }

    private List<SearchHit> list(String text, Sort sort) {
        ReleaseQuery query = new ReleaseQuery(text, null, "", null, null, "", sort, "");
        return this.releases.list(query).rows().stream().map(this::hit).toList();
    }

    private SearchHit hit(ReleaseSummary release) {
        String state = (release.status() == ReleaseStatus.OPEN) ? "release.phase." + release.phase()
                : "release.state." + release.status();
        return new SearchHit(release.key(), release.name(), this.messages.text(state), "/releases/" + release.key());
    }

}
