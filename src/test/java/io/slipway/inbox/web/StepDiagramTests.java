package io.slipway.inbox.web;

import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The decision page shows where its step lies on the diagram to those who may see the
 * task.
 */
@SlipwayTest
class StepDiagramTests {

    @LocalServerPort
    int port;

    @Autowired
    SomeRelease releases;

    @Test
    void showsItToThoseWhoMaySeeTheTaskOnly() {
        String task = this.releases.task(this.releases.registered(), "Task_CompletePlan", null);
        assertThat(new Visitor(this.port).get("/tasks/" + task + "/diagram").statusCode()).isEqualTo(302);
        assertThat(new Visitor(this.port).signIn("operations").get("/tasks/" + task + "/diagram").statusCode())
            .isEqualTo(403);
        assertThat(new Visitor(this.port).signIn("auditor").get("/tasks/none/diagram").statusCode()).isEqualTo(404);
    }

    @Test
    void marksTheStep() {
        String task = this.releases.task(this.releases.registered(), "Task_CompletePlan", null);
        Visitor manager = new Visitor(this.port).signIn("release-manager");
        assertThat(manager.page("/tasks/" + task).select("details[hx-get='/tasks/" + task + "/diagram']")).hasSize(1);
        Document fragment = manager.page("/tasks/" + task + "/diagram");
        assertThat(fragment.select("[data-element=Task_CompletePlan]").attr("aria-current")).isEqualTo("true");
        assertThat(fragment.select("figure.diagram")).hasSize(1);
    }

}
