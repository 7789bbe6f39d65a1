package io.slipway.monitor.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.diagram.DiagramElement;
import io.slipway.diagram.DiagramOverlay;
import io.slipway.diagram.Diagrams;
import io.slipway.diagram.Drawing;
import io.slipway.diagram.ElementMark;
import io.slipway.diagram.ProcessDiagram;
import io.slipway.input.NotFoundException;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseSummary;
import io.slipway.ui.Messages;
import io.slipway.ui.live.Live;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.state.ElementState;
import io.slipway.workflow.state.ModelState;
import io.slipway.workflow.state.ProcessStates;
import io.slipway.workflow.state.StateFilter;
import io.slipway.workflow.state.WaitingRelease;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts the spine together: the life cycle of releases with those on it that somebody
 * should look at, and what each really waits for. It reads a handful of statements
 * however much runs.
 */
@Component
class SpinePages {

    private static final String SPINE = "ReleaseLifecycleProcess";

    private static final int ROWS = 40;

    /** On so many versions releases are looked for. */
    private static final int VERSIONS = 5;

    /** So many keys are written at an element. */
    private static final int KEYS = 2;

    private static final Comparator<WorkItem> NEXT = Comparator.comparing(WorkItem::dueAt)
        .thenComparing(WorkItem::createdAt)
        .thenComparing(WorkItem::id);

    private final ProcessStates states;

    private final ModelDiagrams modelDiagrams;

    private final Diagrams diagrams;

    private final ReleaseManagement releases;

    private final WorkItems workItems;

    private final Messages messages;

    private final Live live;

    private final Clock clock;

    SpinePages(ProcessStates states, ModelDiagrams modelDiagrams, Diagrams diagrams, ReleaseManagement releases,
            WorkItems workItems, Messages messages, Live live, Clock clock) {
        this.states = states;
        this.modelDiagrams = modelDiagrams;
        this.diagrams = diagrams;
        this.releases = releases;
        this.workItems = workItems;
        this.messages = messages;
        this.live = live;
        this.clock = clock;
    }

    SpinePage page() {
        List<ModelState> versions = this.states.overview()
            .stream()
            .filter((one) -> one.model().process().equals(SPINE))
            .toList();
        ModelVersion newest = versions.stream()
            .map(ModelState::model)
            .filter(ModelVersion::latest)
            .findFirst()
            .orElseThrow(() -> new NotFoundException("model", SPINE));
        List<ModelVersion> running = versions.stream()
            .filter((one) -> one.running() > 0)
            .map(ModelState::model)
            .limit(VERSIONS)
            .toList();
        Map<String, WaitingRelease> waiting = new LinkedHashMap<>();
        at(running, StateFilter.FAILING).forEach((one) -> waiting.put(one.releaseKey(), one));
        List<String> keys = new ArrayList<>(waiting.keySet());
        Instant now = this.clock.instant();
        keys.addAll(this.workItems.overdueReleases(now, ROWS));
        at(running, StateFilter.ALL).forEach((one) -> {
            waiting.putIfAbsent(one.releaseKey(), one);
            keys.add(one.releaseKey());
        });
        List<String> shown = keys.stream().filter((key) -> !key.isEmpty()).distinct().limit(ROWS).toList();
        List<SpineRow> rows = rows(newest, shown, waiting, now);
        long all = versions.stream().mapToLong(ModelState::running).sum();
        return new SpinePage(newest, together(versions), this.states.totals(), rows, Math.max(0, all - rows.size()));
    }

    /** The releases on all versions, the oldest first. */
    private List<WaitingRelease> at(List<ModelVersion> versions, StateFilter filter) {
        return versions.stream()
            .flatMap((version) -> this.states.releasesAt(version, "", filter, "").rows().stream())
            .sorted(Comparator.comparing(WaitingRelease::startedAt).thenComparing(WaitingRelease::run))
            .toList();
    }

    /** What is at each element, on whichever version. */
    private static Map<String, ElementState> together(List<ModelState> versions) {
        return versions.stream()
            .flatMap((one) -> one.elements().values().stream())
            .collect(Collectors.toMap(ElementState::element, Function.identity(), ElementState::and));
    }

    private List<SpineRow> rows(ModelVersion model, List<String> keys, Map<String, WaitingRelease> waiting,
            Instant now) {
        Map<String, List<WorkItem>> items = this.workItems.openOf(keys);
        Map<String, ReleaseSummary> known = this.releases.find(keys)
            .stream()
            .collect(Collectors.toMap(ReleaseSummary::key, Function.identity()));
        Map<String, DiagramElement> elements = new HashMap<>();
        Map<String, DiagramElement> calls = new HashMap<>();
        this.modelDiagrams.of(model).ifPresent((diagram) -> diagram.elements().forEach((element) -> {
            elements.put(element.id(), element);
            if (element.called() != null) {
                calls.putIfAbsent(element.called(), element);
            }
        }));
        return keys.stream().map((key) -> {
            WaitingRelease at = waiting.get(key);
            List<WorkItem> open = items.getOrDefault(key, List.of());
            WorkItem item = open.stream().min(NEXT).orElse(null);
            DiagramElement element = (at != null) ? elements.get(place(at)) : null;
            if (element == null && item != null) {
                element = calls.get(item.process());
            }
            ReleaseSummary release = known.get(key);
            boolean failed = at != null && at.elements().values().stream().anyMatch((state) -> state.failed() > 0);
            Instant since = (item != null) ? item.createdAt() : (at != null) ? at.startedAt() : null;
            return new SpineRow(key, (release != null) ? release.name() : "", (element != null) ? element.id() : "",
                    (element != null) ? element.label() : "", item, Math.max(0, open.size() - 1), failed,
                    item != null && item.dueAt().isBefore(now), this.live.ago(since));
        }).toList();
    }

    private static String place(WaitingRelease release) {
        return release.elements()
            .values()
            .stream()
            .filter((state) -> state.tokens() + state.failed() + state.retrying() > 0)
            .map(ElementState::element)
            .findFirst()
            .orElse("");
    }

    /** The name of what the page shows; it changes with every word and number on it. */
    String tag(SpinePage page) {
        return this.live.tag(page.model(), page.totals(), page.more(), page.elements().values(), page.rows());
    }

    /** The drawing; nothing for a file that cannot be read. */
    Optional<Drawing> drawing(SpinePage page) {
        return this.modelDiagrams.of(page.model()).map((diagram) -> {
            Map<String, List<SpineRow>> at = page.rows().stream().collect(Collectors.groupingBy(SpineRow::element));
            Map<String, ElementMark> marks = new HashMap<>();
            for (DiagramElement element : diagram.elements()) {
                ElementState state = page.elements().get(element.id());
                List<SpineRow> here = at.getOrDefault(element.id(), List.of());
                if (state == null && here.isEmpty()) {
                    continue;
                }
                ElementMark mark = (state != null) ? Marks.of(state) : ElementMark.NONE;
                long late = here.stream().filter(SpineRow::late).count();
                marks.put(element.id(), mark.withOverdue(Math.max(late, mark.overdue()))
                    .withNote(note(here, mark.tokens()))
                    .withHref(into(page.model(), element).orElse(page.address().at(element.id()) + "#releases")));
            }
            return draw(diagram, page, marks);
        });
    }

    private Drawing draw(ProcessDiagram diagram, SpinePage page, Map<String, ElementMark> marks) {
        return this.diagrams.draw(diagram, "", new DiagramOverlay(marks, Map.of(), null, false), page.model().name());
    }

    private Optional<String> into(ModelVersion model, DiagramElement element) {
        return (element.called() == null) ? Optional.empty()
                : this.modelDiagrams.called(model, element).map((called) -> ModelAddress.of(called).page(""));
    }

    /** Whose keys are written there, with a word for what failed or is late. */
    private @Nullable String note(Collection<SpineRow> here, long tokens) {
        if (here.isEmpty()) {
            return null;
        }
        List<String> words = here.stream()
            .limit(KEYS)
            .map((row) -> row.failed() ? this.messages.text("monitor.spine.failed", row.key())
                    : row.late() ? this.messages.text("monitor.spine.late", row.key()) : row.key())
            .collect(Collectors.toCollection(ArrayList::new));
        long more = Math.max(here.size(), tokens) - words.size();
        if (more > 0) {
            words.add(this.messages.text("monitor.spine.more", more));
        }
        return String.join(", ", words);
    }

}
