package io.slipway.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys all process models and decision tables at start, before the portal answers, as
 * one deployment under the names they have below {@code processes/}: a restart deploys
 * nothing new, a changed model makes a new version of all, because calls bind to models
 * of the same deployment.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

    private static final String NAME = "slipway";

    private static final String FOLDER = "/processes/";

    private final RepositoryService repositoryService;

    private final ResourcePatternResolver resources;

    ModelDeployment(RepositoryService repositoryService, ResourcePatternResolver resources) {
        this.repositoryService = repositoryService;
        this.resources = resources;
    }

    @Override
    public void afterSingletonsInstantiated() {
        deploy();
    }

    void deploy() {
        try {
            Map<String, Resource> models = models();
            if (models.isEmpty()) {
                throw new IllegalStateException("No process models found below classpath:processes/");
            }
            DeploymentBuilder deployment = this.repositoryService.createDeployment()
                .name(NAME)
                .source(NAME)
                .enableDuplicateFiltering(false);
            for (Map.Entry<String, Resource> model : models.entrySet()) {
                try (InputStream content = model.getValue().getInputStream()) {
                    deployment.addInputStream(model.getKey(), content);
                }
            }
            deployment.deploy();
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The process models cannot be read", ex);
        }
    }

    private Map<String, Resource> models() throws IOException {
        Map<String, Resource> models = new TreeMap<>();
        for (String ending : new String[] { "bpmn", "dmn" }) {
            for (Resource resource : this.resources.getResources("classpath*:processes/**/*." + ending)) {
                String url = resource.getURL().toString();
                models.put(url.substring(url.lastIndexOf(FOLDER) + FOLDER.length()), resource);
            }
        }
        return models;
    }

}
