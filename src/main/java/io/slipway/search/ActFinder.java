package io.slipway.search;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.slipway.change.ChangeDetails;
import io.slipway.change.ChangeRegister;
import io.slipway.ui.Messages;
import io.slipway.ui.PageFrame;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemQuery;
import io.slipway.workflow.WorkItemSearch;
import io.slipway.workflow.WorkItemView;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Finds what the reader may do, as ways to the pages on which it is done: the steps that
 * wait for the reader, those of the release or change that is looked at first, and what
 * one's roles begin.
 */
@Component
@Order(0)
class ActFinder implements Finder {

    private static final Pattern CHANGE = Pattern.compile("CHG-[0-9]{1,12}", Pattern.CASE_INSENSITIVE);

    private static final Pattern HERE = Pattern.compile("/(releases|monitor/releases|changes)/([A-Za-z0-9.-]+)");

    private static final List<Begin> BEGINS = List.of(new Begin("release", "/releases/new", Set.of("release-manager")),
            new Begin("stop", "/schedule/stop", Set.of("release-manager", "deployment-manager", "operations")),
            new Begin("freeze", "/schedule/periods/new?kind=HARD_FREEZE",
                    Set.of("release-manager", "change-authority")),
            new Begin("window", "/schedule/periods/new?kind=WINDOW", Set.of("release-manager", "change-authority")),
            new Begin("item", "/configuration/new", Set.of("configuration-manager")));

    private final WorkItemSearch search;

    private final ChangeRegister changes;

    private final PageFrame frame;

    private final Messages messages;

    private final HttpServletRequest request;

    ActFinder(WorkItemSearch search, ChangeRegister changes, PageFrame frame, Messages messages,
            HttpServletRequest request) {
        this.search = search;
        this.changes = changes;
        this.frame = frame;
        this.messages = messages;
        this.request = request;
    }

    @Override
    public String kind() {
        return "act";
    }

    @Override
    public String icon() {
        return "player-play";
    }

    @Override
    public SearchGroup find(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("\\s+");
        Stream<SearchHit> steps = CHANGE.matcher(text).matches() ? steps(text).stream() : Stream.empty();
        Stream<SearchHit> begun = begins().filter((act) -> Arrays.stream(words).allMatch((word) -> has(act, word)));
        return SearchGroup.of(this, text, Stream.concat(steps, begun).toList(), null);
    }

    @Override
    public List<SearchHit> recent() {
        Map<String, SearchHit> acts = new LinkedHashMap<>();
        String here = here();
        if (here != null) {
            steps(here).forEach((hit) -> acts.put(hit.address(), hit));
        }
        for (WorkItemView view : List.of(WorkItemView.MINE, WorkItemView.MY_GROUPS)) {
            if (acts.size() < MOST) {
                list(view, "").forEach((hit) -> acts.putIfAbsent(hit.address(), hit));
            }
        }
        return Stream.concat(acts.values().stream().limit(MOST), begins()).toList();
    }

    /** What waits for the reader on a release, or on the release of a change. */
    private List<SearchHit> steps(String key) {
        String release = key;
        if (CHANGE.matcher(key).matches()) {
            List<ChangeDetails> found = this.changes.find(List.of(key.toUpperCase(Locale.ROOT)));
            if (found.isEmpty()) {
                return List.of();
            }
            release = found.get(0).releaseKey();
        }
        List<SearchHit> steps = new ArrayList<>(list(WorkItemView.MINE, release));
        list(WorkItemView.MY_GROUPS, release).stream().filter((hit) -> !steps.contains(hit)).forEach(steps::add);
        return steps.stream().limit(MOST).toList();
    }

    private List<SearchHit> list(WorkItemView view, String text) {
        return this.search.list(new WorkItemQuery(view, text, null, null, null), ZoneOffset.UTC)
            .rows()
            .stream()
            .map(ActFinder::step)
            .toList();
    }

    private static SearchHit step(WorkItem item) {
        return new SearchHit(item.businessKey(), item.stepName(), item.subject(), "/tasks/" + item.id());
    }

    private Stream<SearchHit> begins() {
        List<String> roles = this.frame.roles();
        return BEGINS.stream()
            .filter((begin) -> begin.roles().stream().anyMatch(roles::contains))
            .map((begin) -> new SearchHit("", this.messages.text("search.act." + begin.name()), "", begin.address()));
    }

    /** The release or change whose page the reader comes from, if it is one. */
    private @Nullable String here() {
        String from = this.request.getHeader("HX-Current-URL");
        Matcher here = HERE.matcher((from != null) ? from : String.valueOf(this.request.getHeader("Referer")));
        return here.find() ? here.group(2) : null;
    }

    private static boolean has(SearchHit act, String word) {
        return Arrays.stream(act.name().toLowerCase(Locale.ROOT).split("\\s+")).anyMatch((one) -> one.startsWith(word));
    }

    /** What people of some roles begin. */
    private record Begin(String name, String address, Set<String> roles) {
    }

}
