package io.slipway.search;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseQuery;
import io.slipway.release.ReleaseQuery.Sort;
import io.slipway.release.ReleaseStatus;
import io.slipway.release.ReleaseSummary;
import io.slipway.ui.Messages;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemQuery;
import io.slipway.workflow.WorkItemSearch;
import io.slipway.workflow.WorkItemView;

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

    private final WorkItemSearch items;

    private final Messages messages;

    ReleaseFinder(ReleaseManagement releases, WorkItemSearch items, Messages messages) {
        this.releases = releases;
        this.items = items;
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

    /** Those that the reader did something for lately, then the newest. */
    @Override
    public List<SearchHit> recent() {
        List<String> own = this.items.list(WorkItemQuery.of(WorkItemView.DONE_BY_ME), ZoneOffset.UTC)
            .rows()
            .stream()
            .map(WorkItem::businessKey)
            .distinct()
            .limit(MOST)
            .toList();
        Map<String, SearchHit> known = this.releases.find(own)
            .stream()
            .collect(Collectors.toMap(ReleaseSummary::key, this::hit));
        Stream<SearchHit> lately = own.stream().map(known::get).filter(Objects::nonNull);
        return Stream.concat(lately, (own.size() < MOST) ? list("", Sort.REGISTERED).stream() : Stream.empty())
            .distinct()
            .limit(MOST)
            .toList();
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
