package io.slipway.monitor.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.slipway.diagram.DiagramElement;
import io.slipway.diagram.DiagramFlow;
import io.slipway.diagram.DiagramOverlay;
import io.slipway.diagram.Diagrams;
import io.slipway.diagram.Drawing;
import io.slipway.diagram.ElementMark;
import io.slipway.diagram.ProcessDiagram;
import io.slipway.diagram.Reach;
import io.slipway.ui.Messages;
import io.slipway.ui.live.Live;
import io.slipway.workflow.state.ElementRun;
import io.slipway.workflow.state.ProcessRun;
import io.slipway.workflow.state.RunState;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Draws a run on the version of the model on which it runs or ran: where it is, and the
 * path that it took.
 */
@Component
class RunDrawings {

    private final ModelDiagrams modelDiagrams;

    private final Diagrams diagrams;

    private final Messages messages;

    private final Live live;

    RunDrawings(ModelDiagrams modelDiagrams, Diagrams diagrams, Messages messages, Live live) {
        this.modelDiagrams = modelDiagrams;
        this.diagrams = diagrams;
        this.messages = messages;
        this.live = live;
    }

    /** The drawing; nothing for a file that cannot be read. */
    Optional<Drawing> of(ProcessRun run, RunAddress address) {
        return this.modelDiagrams.of(run.model()).map((diagram) -> {
            Map<String, ElementMark> marks = new HashMap<>();
            for (DiagramElement element : diagram.elements()) {
                ElementMark mark = mark(run, diagram, element.id());
                marks.put(element.id(), mark.withHref(href(run, element.id(), address)));
            }
            run.elements().keySet().forEach((id) -> marks.putIfAbsent(id, mark(run, diagram, id)));
            Map<String, Long> flows = run.flows().isEmpty() ? guessed(run, diagram) : run.flows();
            String selected = address.element().isEmpty() ? null : address.element();
            return this.diagrams.draw(diagram, address.plane(), new DiagramOverlay(marks, flows, selected, true),
                    run.model().name());
        });
    }

    private ElementMark mark(ProcessRun run, ProcessDiagram diagram, String id) {
        ElementRun found = run.elements().get(id);
        return (found == null) ? ElementMark.NONE.withReach(Reach.NOT_REACHED) : Marks.of(found,
                RunPages.passes(run, Optional.of(diagram), id), run.state() == RunState.SUSPENDED, note(found));
    }

    private @Nullable String note(ElementRun found) {
        return (found.since() == null) ? null : this.messages.text("monitor.note.since", this.live.ago(found.since()));
    }

    /**
     * A call leads to the run that it made last; other steps that were reached are looked
     * at.
     */
    private static @Nullable String href(ProcessRun run, String id, RunAddress address) {
        ElementRun found = run.elements().get(id);
        if (found == null) {
            return null;
        }
        List<String> called = found.calledRuns();
        return called.isEmpty() ? address.at(id) : address.run(called.get(called.size() - 1));
    }

    /**
     * The path of a run that is older than the record of flows: a flow was taken where
     * both its ends were reached and one of them leaves no choice.
     */
    static Map<String, Long> guessed(ProcessRun run, ProcessDiagram diagram) {
        Map<String, Long> leaving = diagram.flows()
            .stream()
            .collect(Collectors.groupingBy(DiagramFlow::source, Collectors.counting()));
        Map<String, Long> coming = diagram.flows()
            .stream()
            .collect(Collectors.groupingBy(DiagramFlow::target, Collectors.counting()));
        return diagram.flows()
            .stream()
            .filter((flow) -> Marks.reach(run.elements(), flow.source()) == Reach.PASSED)
            .filter((flow) -> run.elements().containsKey(flow.target()))
            .filter((flow) -> leaving.get(flow.source()) == 1 || coming.get(flow.target()) == 1)
            .collect(Collectors.toMap(DiagramFlow::id, (flow) -> 1L));
    }

}
