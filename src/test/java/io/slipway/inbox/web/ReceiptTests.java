package io.slipway.inbox.web;

import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * After a decision people are told what was done, what comes next and who is asked.
 */
@SlipwayTest
class ReceiptTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Test
    void isForThoseOnlyWhoMaySeeTheTask() {
        String key = this.driver.register("Receipt of others");
        String task = this.driver.await(key, "complete-plan").id();
        assertThat(new Visitor(this.port).signIn("build-engineer").get("/tasks/" + task + "/receipt").statusCode())
            .isEqualTo(new Visitor(this.port).signIn("build-engineer").get("/tasks/" + task).statusCode());
        assertThat(new Visitor(this.port).get("/tasks/" + task + "/receipt").statusCode()).isIn(302, 303);
        assertThat(new Visitor(this.port).signIn("stakeholder").get("/tasks/unknown/receipt").statusCode())
            .isEqualTo(404);
    }

    @Test
    void tellsWhatWasDoneAndWhoIsAskedNext() {
        String key = this.driver.register("Receipt");
        String plan = this.driver.await(key, "complete-plan").id();
        this.driver.completePlan(key);
        this.driver.await(key, "approve-plan");
        Visitor manager = new Visitor(this.port).signIn("release-manager");
        assertThat(manager.page("/tasks/" + plan + "/receipt").select("main").text())
            .containsSubsequence("Complete plan", "submitted", "Next:", "Approve plan", "Stella Hoffmann");
        String part = manager.get("/tasks/" + plan + "/receipt", "HX-Request", "true").body();
        assertThat(part).contains("Approve plan").doesNotContain("<html").doesNotContain("load delay");
    }

}
