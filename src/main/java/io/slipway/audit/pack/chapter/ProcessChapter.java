package io.slipway.audit.pack.chapter;

import java.util.List;
import java.util.Optional;

import io.slipway.diagram.BpmnKind;
import io.slipway.release.ReleaseDetails;
import io.slipway.workflow.state.ProcessRun;
import io.slipway.workflow.state.ProcessStates;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The way that the release took: each run on the version of its model, step by step.
 */
@Component
@Order(130)
class ProcessChapter implements Chapter.Source {

    private final ProcessStates states;

    private final PathDrawings drawings;

    ProcessChapter(ProcessStates states, PathDrawings drawings) {
        this.states = states;
        this.drawings = drawings;
    }

    @Override
    public Optional<Chapter> of(ReleaseDetails release) {
        List<Facts> runs = this.states.ofRelease(release.key()).runs().stream().map(this::run).toList();
        return runs.isEmpty() ? Optional.empty() : Optional.of(new Chapter("process", Facts.none().with("runs", runs)));
    }

    private Facts run(ProcessRun run) {
        return Facts.none()
            .with("process", run.model().name())
            .with("version", run.model().version())
            .with("status", run.state())
            .with("startedAt", run.startedAt())
            .with("endedAt", run.endedAt())
            .with("steps", steps(run));
    }

    private List<Facts> steps(ProcessRun run) {
        return this.drawings.diagram(run)
            .stream()
            .flatMap((diagram) -> diagram.elements().stream())
            .filter((element) -> !element.name().isEmpty() && element.kind().family() != BpmnKind.Family.GATEWAY)
            .map((element) -> Facts.none()
                .with("step", element.label())
                .with("reach", PathDrawings.reach(run, element.id()))
                .with("passes", PathDrawings.passes(run, element.id())))
            .toList();
    }

}
