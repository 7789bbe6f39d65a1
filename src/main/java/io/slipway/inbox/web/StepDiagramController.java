package io.slipway.inbox.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.slipway.diagram.DiagramOverlay;
import io.slipway.diagram.Diagrams;
import io.slipway.diagram.Drawing;
import io.slipway.diagram.ElementMark;
import io.slipway.diagram.Plane;
import io.slipway.diagram.ProcessDiagram;
import io.slipway.diagram.Reach;
import io.slipway.diagram.UnreadableDiagramException;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.model.ProcessModels;
import io.slipway.workflow.state.ElementRun;
import io.slipway.workflow.state.ProcessRun;
import io.slipway.workflow.state.ProcessStates;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows where the step of a task lies on the diagram of its process, when its reader asks
 * for it.
 */
@Controller
@Navigation(Section.TASKS)
class StepDiagramController {

    private final WorkItems workItems;

    private final TaskAccess access;

    private final ProcessStates states;

    private final ProcessModels models;

    private final Diagrams diagrams;

    StepDiagramController(WorkItems workItems, TaskAccess access, ProcessStates states, ProcessModels models,
            Diagrams diagrams) {
        this.workItems = workItems;
        this.access = access;
        this.states = states;
        this.models = models;
        this.diagrams = diagrams;
    }

    @GetMapping("/tasks/{id}/diagram")
    ModelAndView show(@PathVariable String id) {
        WorkItem item = this.workItems.get(id);
        this.access.requireSight(item);
        ModelAndView page = new ModelAndView("inbox/_diagram :: diagram", "item", item);
        this.states.ofRelease(item.businessKey())
            .runs()
            .stream()
            .filter((run) -> run.model().process().equals(item.process()) && run.elements().containsKey(item.step()))
            .reduce((earlier, later) -> later)
            .flatMap((run) -> draw(run, item))
            .ifPresent((drawing) -> page.addObject("drawing", drawing));
        return page;
    }

    private Optional<Drawing> draw(ProcessRun run, WorkItem item) {
        try {
            ProcessDiagram diagram = this.diagrams.of(run.model().id(), () -> this.models.bpmn(run.model().id()));
            Map<String, ElementMark> marks = new HashMap<>();
            diagram.elements()
                .forEach((element) -> marks.put(element.id(),
                        ElementMark.NONE.withReach(reach(run.elements().get(element.id())))));
            String plane = diagram.planeOf(item.step()).map(Plane::id).orElse("");
            return Optional.of(this.diagrams.draw(diagram, plane,
                    new DiagramOverlay(marks, run.flows(), item.step(), true), run.model().name()));
        }
        catch (UnreadableDiagramException ex) {
            return Optional.empty();
        }
    }

    private static Reach reach(@Nullable ElementRun run) {
        if (run == null) {
            return Reach.NOT_REACHED;
        }
        return (run.tokens() > 0 || run.passes() == 0) ? Reach.HERE : Reach.PASSED;
    }

}
