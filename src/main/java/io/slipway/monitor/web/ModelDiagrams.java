package io.slipway.monitor.web;

import java.util.List;
import java.util.Optional;

import io.slipway.diagram.DiagramElement;
import io.slipway.diagram.Diagrams;
import io.slipway.diagram.ProcessDiagram;
import io.slipway.diagram.UnreadableDiagramException;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.model.ProcessModels;
import io.slipway.workflow.state.ProcessStates;

import org.springframework.stereotype.Component;

/**
 * The diagrams of the deployed models, and how models call each other.
 */
@Component
class ModelDiagrams {

    private final ProcessModels models;

    private final Diagrams diagrams;

    private final ProcessStates states;

    ModelDiagrams(ProcessModels models, Diagrams diagrams, ProcessStates states) {
        this.models = models;
        this.diagrams = diagrams;
        this.states = states;
    }

    /**
     * One version. Refuses one that is not deployed, with a {@code NotFoundException}.
     */
    ModelVersion get(String process, int version) {
        return all().stream()
            .filter((one) -> one.process().equals(process) && one.version() == version)
            .findFirst()
            .orElseGet(() -> this.models.get(process, version));
    }

    /**
     * The diagram of a version; nothing for one that is deployed no more or not to be
     * read.
     */
    Optional<ProcessDiagram> of(ModelVersion model) {
        if (model.version() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(this.diagrams.of(model.id(), () -> this.models.bpmn(model.id())));
        }
        catch (UnreadableDiagramException ex) {
            return Optional.empty();
        }
    }

    /** All versions of a model, the newest first. */
    List<ModelVersion> versions(String process) {
        return all().stream().filter((one) -> one.process().equals(process)).toList();
    }

    /**
     * The version that an element of a model calls: the one that was deployed with it.
     */
    Optional<ModelVersion> called(ModelVersion caller, DiagramElement element) {
        List<ModelVersion> candidates = all().stream().filter((one) -> one.process().equals(element.called())).toList();
        return candidates.stream()
            .filter((one) -> one.deployedAt().equals(caller.deployedAt()))
            .findFirst()
            .or(() -> candidates.stream().findFirst());
    }

    /** The versions that call a version. */
    List<ModelVersion> callers(ModelVersion model) {
        return all().stream()
            .filter((one) -> one.deployedAt().equals(model.deployedAt()) && !one.id().equals(model.id()))
            .filter((one) -> of(one).stream()
                .flatMap((diagram) -> diagram.elements().stream())
                .anyMatch((element) -> model.process().equals(element.called())))
            .toList();
    }

    private List<ModelVersion> all() {
        return this.states.versions();
    }

}
