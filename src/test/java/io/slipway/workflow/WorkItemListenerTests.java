package io.slipway.workflow;

import java.util.List;
import java.util.Map;

import io.slipway.identity.Role;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of work items follows the engine's tasks.
 */
@SlipwayTest
class WorkItemListenerTests {

    @Autowired
    Workflow workflow;

    @Autowired
    WorkItemManagement workItems;

    @Autowired
    RepositoryService repositoryService;

    @BeforeEach
    void deploy() {
        TestModels.deploy(this.repositoryService);
    }

    @Test
    void writesWhatAListNeeds() {
        this.workflow.start("PlainProcess", "WIL-1",
                Map.of("priority", 70, "releaseName", "Payments", "phase", "PLAN"));
        List<WorkItem> open = this.workItems.openOf("WIL-1");
        assertThat(open).singleElement().satisfies((item) -> {
            assertThat(item.subject()).isEqualTo("Payments");
            assertThat(item.role()).isEqualTo(Role.STAKEHOLDER);
        });
    }

}
