package io.slipway.workflow.engine;

import io.slipway.test.SlipwayTest;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A restart deploys nothing new, so that versions tell what truly changed.
 */
@SlipwayTest
class ModelDeploymentTests {

    @Autowired
    ModelDeployment models;

    @Autowired
    RepositoryService repositoryService;

    @Test
    void deploysUnchangedModelsOnce() {
        this.models.deploy();
        assertThat(this.repositoryService.createDeploymentQuery().deploymentName("slipway").count()).isEqualTo(1);
        assertThat(this.repositoryService.createProcessDefinitionQuery()
            .processDefinitionKey("ReleaseLifecycleProcess")
            .latestVersion()
            .singleResult()
            .getVersion()).isEqualTo(1);
    }

}
