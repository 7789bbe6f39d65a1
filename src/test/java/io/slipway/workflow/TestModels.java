package io.slipway.workflow;

import org.camunda.bpm.engine.RepositoryService;

/**
 * The small models that the tests of the seam run on, deployed once per database.
 */
public final class TestModels {

    private TestModels() {
    }

    /**
     * Deploys the models, unless they are.
     * @param repositoryService the engine's service
     */
    public static void deploy(RepositoryService repositoryService) {
        repositoryService.createDeployment()
            .name("test models")
            .enableDuplicateFiltering(false)
            .addClasspathResource("models/PlainProcess.bpmn")
            .addClasspathResource("models/VoteProcess.bpmn")
            .addClasspathResource("models/CancelProcess.bpmn")
            .addClasspathResource("models/FailProcess.bpmn")
            .deploy();
    }

}
