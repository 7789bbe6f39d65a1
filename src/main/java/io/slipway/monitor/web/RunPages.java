package io.slipway.monitor.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.slipway.diagram.BpmnKind;
import io.slipway.diagram.DiagramElement;
import io.slipway.diagram.ProcessDiagram;
import io.slipway.input.NotFoundException;
import io.slipway.monitor.web.RunPage.RunNode;
import io.slipway.ui.live.Live;
import io.slipway.workflow.Suspensions;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.state.ElementRun;
import io.slipway.workflow.state.ProcessRun;
import io.slipway.workflow.state.ProcessStates;
import io.slipway.workflow.state.ReleaseProcess;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts the page of a release's process together: the tree of its runs, where the chosen
 * one is and what it waits for, and the path that it took.
 */
@Component
class RunPages {

    private final ProcessStates states;

    private final WorkItems workItems;

    private final Suspensions suspensions;

    private final ModelDiagrams modelDiagrams;

    private final Live live;

    RunPages(ProcessStates states, WorkItems workItems, Suspensions suspensions, ModelDiagrams modelDiagrams,
            Live live) {
        this.states = states;
        this.workItems = workItems;
        this.suspensions = suspensions;
        this.modelDiagrams = modelDiagrams;
        this.live = live;
    }

    /**
     * The page of a release. Refuses an unknown run with a {@code NotFoundException}.
     * @return the page; empty if the engine knows nothing of the release
     */
    Optional<RunPage> page(RunAddress address) {
        ReleaseProcess process = this.states.ofRelease(address.key());
        Optional<ProcessRun> chosen = address.run().isEmpty() ? process.root() : Optional
            .of(process.run(address.run()).orElseThrow(() -> new NotFoundException("page", address.run())));
        return chosen.map((run) -> page(address, process, run));
    }

    private RunPage page(RunAddress address, ReleaseProcess process, ProcessRun run) {
        Optional<ProcessDiagram> diagram = this.modelDiagrams.of(run.model());
        return new RunPage(address, process, run, above(process, run), tree(process), waiting(process, run, diagram),
                path(process, run, diagram), this.suspensions.standstill(address.key()).engineSince());
    }

    /** The name of what the page shows; it changes with every word and number on it. */
    String tag(RunPage page) {
        return this.live.tag(page.address(),
                page.process().runs().stream().map((run) -> List.of(run.id(), run.state())).toList(),
                page.run().model(), page.waiting(), page.path(), page.run().flows(),
                Optional.ofNullable(page.engineSince()));
    }

    private static List<ProcessRun> above(ReleaseProcess process, ProcessRun run) {
        LinkedList<ProcessRun> above = new LinkedList<>();
        Optional<ProcessRun> caller = parent(process, run);
        while (caller.isPresent()) {
            above.addFirst(caller.get());
            caller = parent(process, caller.get());
        }
        return List.copyOf(above);
    }

    private static Optional<ProcessRun> parent(ReleaseProcess process, ProcessRun run) {
        return Optional.ofNullable(run.parent()).flatMap(process::run);
    }

    private List<RunNode> tree(ReleaseProcess process) {
        List<RunNode> tree = new ArrayList<>();
        process.runs()
            .stream()
            .filter((run) -> parent(process, run).isEmpty())
            .forEach((run) -> grow(process, run, 0, "", tree));
        return List.copyOf(tree);
    }

    private void grow(ReleaseProcess process, ProcessRun run, int depth, String step, List<RunNode> tree) {
        tree.add(new RunNode(run, depth, step));
        process.runs()
            .stream()
            .filter((called) -> run.id().equals(called.parent()))
            .forEach((called) -> grow(process, called, depth + 1, step(run, called.callingElement()), tree));
    }

    private String step(ProcessRun run, @Nullable String element) {
        return (element != null) ? label(this.modelDiagrams.of(run.model()), element) : "";
    }

    private List<WaitingRow> waiting(ReleaseProcess process, ProcessRun run, Optional<ProcessDiagram> diagram) {
        List<WorkItem> open = run.state().ended() ? List.of()
                : this.workItems.openOf(process.releaseKey())
                    .stream()
                    .filter((item) -> item.process().equals(run.model().process()))
                    .toList();
        return run.elements()
            .values()
            .stream()
            .filter((element) -> element.tokens() + element.failed() + element.retrying() > 0
                    || element.timerDue() != null)
            .map((element) -> new WaitingRow(element, label(diagram, element.element()), this.live.ago(element.since()),
                    open.stream().filter((item) -> item.step().equals(element.element())).toList(),
                    called(process, element).stream().filter((one) -> !one.state().ended()).toList()))
            .toList();
    }

    private static List<StepRow> path(ReleaseProcess process, ProcessRun run, Optional<ProcessDiagram> diagram) {
        List<StepRow> path = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (DiagramElement element : diagram.map(ProcessDiagram::elements).orElse(List.of())) {
            known.add(element.id());
            ElementRun found = run.elements().get(element.id());
            if (!element.name().isEmpty() && element.kind().family() != BpmnKind.Family.GATEWAY) {
                path.add(new StepRow(element.id(), element.label(), Marks.reach(run.elements(), element.id()),
                        passes(run, diagram, element.id()), true, called(process, found)));
            }
        }
        run.elements()
            .values()
            .stream()
            .filter((found) -> !known.contains(found.element()))
            .forEach((found) -> path.add(new StepRow(found.element(), found.element(), Marks.reach(found),
                    found.passes(), false, called(process, found))));
        return List.copyOf(path);
    }

    /**
     * How often an element was passed. The history has a row for each token that comes to
     * a parallel gateway; what counts is how often they went on.
     */
    static long passes(ProcessRun run, Optional<ProcessDiagram> diagram, String id) {
        ElementRun found = run.elements().get(id);
        long passes = (found != null) ? found.passes() : 0;
        boolean joins = diagram.flatMap((one) -> one.element(id))
            .filter((element) -> element.kind() == BpmnKind.PARALLEL_GATEWAY
                    || element.kind() == BpmnKind.INCLUSIVE_GATEWAY)
            .isPresent();
        if (!joins || passes == 0) {
            return passes;
        }
        return diagram.orElseThrow()
            .flows()
            .stream()
            .filter((flow) -> flow.source().equals(id))
            .mapToLong((flow) -> run.flows().getOrDefault(flow.id(), 1L))
            .max()
            .orElse(passes);
    }

    private static List<ProcessRun> called(ReleaseProcess process, @Nullable ElementRun element) {
        return (element == null) ? List.of()
                : element.calledRuns().stream().map(process::run).flatMap(Optional::stream).toList();
    }

    private static String label(Optional<ProcessDiagram> diagram, String id) {
        return diagram.flatMap((one) -> one.element(id)).map(DiagramElement::label).orElse(id);
    }

}
