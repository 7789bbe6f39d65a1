package io.slipway.workflow.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.input.NotFoundException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;

import org.springframework.stereotype.Service;

/**
 * Tells which process models are deployed, and shows the BPMN text of each version.
 */
@Service
public class ProcessModels {

    private final RepositoryService repositoryService;

    ProcessModels(RepositoryService repositoryService) {
        this.repositoryService = repositoryService;
    }

    /**
     * All versions of all models.
     * @return the versions, by name of the model, the newest first
     */
    public List<ModelVersion> all() {
        List<ProcessDefinition> definitions = this.repositoryService.createProcessDefinitionQuery().list();
        Map<String, Integer> newest = definitions.stream()
            .collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getVersion, Math::max));
        Map<String, Deployment> deployments = this.repositoryService.createDeploymentQuery()
            .list()
            .stream()
            .collect(Collectors.toMap(Deployment::getId, Function.identity()));
        return definitions.stream()
            .map((one) -> version(one, newest.get(one.getKey()), deployments.get(one.getDeploymentId())))
            .sorted(Comparator.comparing(ModelVersion::name)
                .thenComparing(ModelVersion::process)
                .thenComparing(Comparator.comparingInt(ModelVersion::version).reversed()))
            .toList();
    }

    /**
     * One version of a model. Refuses one that is not deployed, with a
     * {@link NotFoundException}.
     * @param process id of the model, such as {@code PlanReleaseProcess}
     */
    public ModelVersion get(String process, int version) {
        return all().stream()
            .filter((one) -> one.process().equals(process) && one.version() == version)
            .findFirst()
            .orElseThrow(() -> new NotFoundException("page", process + "/" + version));
    }

    /**
     * Versions by the engine's ids; unknown ones are left out.
     * @param ids ids of versions
     */
    public Map<String, ModelVersion> byId(Set<String> ids) {
        return all().stream()
            .filter((one) -> ids.contains(one.id()))
            .collect(Collectors.toMap(ModelVersion::id, Function.identity()));
    }

    /**
     * The model as it was deployed.
     * @param id the engine's id of the version
     * @return BPMN 2.0 text
     */
    public String bpmn(String id) {
        try (InputStream model = this.repositoryService.getProcessModel(id)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The model of " + id + " cannot be read", ex);
        }
    }

    private static ModelVersion version(ProcessDefinition definition, int newest, Deployment deployment) {
        String name = (definition.getName() != null) ? definition.getName() : definition.getKey();
        return new ModelVersion(definition.getId(), definition.getKey(), name, definition.getVersion(),
                definition.getVersion() == newest, deployment.getDeploymentTime().toInstant());
    }

}
