package io.slipway.monitor.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.diagram.BpmnKind;
import io.slipway.diagram.DiagramElement;
import io.slipway.diagram.DiagramOverlay;
import io.slipway.diagram.Diagrams;
import io.slipway.diagram.Drawing;
import io.slipway.diagram.ElementMark;
import io.slipway.diagram.ProcessDiagram;
import io.slipway.input.KeyPage;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseSummary;
import io.slipway.ui.live.Live;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.state.ElementState;
import io.slipway.workflow.state.ModelState;
import io.slipway.workflow.state.ProcessStates;
import io.slipway.workflow.state.WaitingRelease;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts the page of a model together: what is at which element, the releases there, the
 * diagram with its marks.
 */
@Component
class ModelPages {

    private final ProcessStates states;

    private final ReleaseManagement releases;

    private final ModelDiagrams modelDiagrams;

    private final Diagrams diagrams;

    private final Live live;

    ModelPages(ProcessStates states, ReleaseManagement releases, ModelDiagrams modelDiagrams, Diagrams diagrams,
            Live live) {
        this.states = states;
        this.releases = releases;
        this.modelDiagrams = modelDiagrams;
        this.diagrams = diagrams;
        this.live = live;
    }

    ModelPage page(ModelAddress address, String from) {
        ModelVersion model = this.modelDiagrams.get(address.process(), address.version());
        ModelState state = this.states.of(model);
        Optional<ProcessDiagram> diagram = this.modelDiagrams.of(model);
        KeyPage<WaitingRelease> found = this.states.releasesAt(model, address.element(), address.filter(), from);
        return new ModelPage(address, model, state, rows(model, state, diagram),
                address.element().isEmpty() ? "" : label(diagram, address.element()), releases(found.rows(), diagram),
                from, Objects.requireNonNullElse(found.next(), ""));
    }

    /** The name of what the page shows; it changes with every word and number on it. */
    String tag(ModelPage page) {
        return this.live.tag(page.address(), page.model(), page.state().running(), page.elements(), page.releases(),
                page.releases().stream().map((row) -> this.live.ago(row.waiting().startedAt())).toList(), page.next());
    }

    /** The drawing; nothing for a file that cannot be read. */
    Optional<Drawing> drawing(ModelPage page) {
        return this.modelDiagrams.of(page.model()).map((diagram) -> {
            Map<String, ElementMark> marks = new HashMap<>();
            page.elements().forEach((row) -> marks.put(row.id(), Marks.of(row.state())));
            diagram.elements()
                .stream()
                .filter((element) -> marks.containsKey(element.id()) || works(element))
                .forEach((element) -> marks.merge(element.id(),
                        ElementMark.NONE.withHref(page.address().at(element.id()) + "#releases"),
                        (mark, link) -> mark.withHref(link.href())));
            String selected = page.address().element().isEmpty() ? null : page.address().element();
            return this.diagrams.draw(diagram, page.address().plane(),
                    new DiagramOverlay(marks, Map.of(), selected, false), page.model().name());
        });
    }

    private List<ElementRow> rows(ModelVersion model, ModelState state, Optional<ProcessDiagram> diagram) {
        List<ElementRow> rows = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (DiagramElement element : diagram.map(ProcessDiagram::elements).orElse(List.of())) {
            known.add(element.id());
            ElementState found = state.elements().get(element.id());
            if (found != null) {
                @Nullable ModelVersion called = (element.called() != null)
                        ? this.modelDiagrams.called(model, element).orElse(null) : null;
                rows.add(ElementRow.of(Optional.of(element), found, this.live.ago(found.oldest()), called));
            }
        }
        state.elements()
            .values()
            .stream()
            .filter((found) -> !known.contains(found.element()))
            .sorted(Comparator.comparing(ElementState::element))
            .forEach((found) -> rows.add(ElementRow.of(Optional.empty(), found, this.live.ago(found.oldest()), null)));
        return List.copyOf(rows);
    }

    private List<ReleaseRow> releases(List<WaitingRelease> found, Optional<ProcessDiagram> diagram) {
        Map<String, ReleaseSummary> known = this.releases
            .find(found.stream().map(WaitingRelease::releaseKey).collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(ReleaseSummary::key, Function.identity()));
        return found.stream().map((waiting) -> {
            ReleaseSummary release = known.get(waiting.releaseKey());
            List<ReleaseRow.Place> places = waiting.elements()
                .values()
                .stream()
                .filter((state) -> state.tokens() + state.failed() + state.retrying() > 0)
                .map((state) -> new ReleaseRow.Place(label(diagram, state.element()), state))
                .toList();
            return new ReleaseRow(waiting, (release != null) ? release.name() : "", places);
        }).toList();
    }

    private static String label(Optional<ProcessDiagram> diagram, String id) {
        return diagram.flatMap((one) -> one.element(id)).map(DiagramElement::label).orElse(id);
    }

    /** What releases wait at, rather than pass in an instant. */
    private static boolean works(DiagramElement element) {
        return element.kind().family() == BpmnKind.Family.ACTIVITY;
    }

}
