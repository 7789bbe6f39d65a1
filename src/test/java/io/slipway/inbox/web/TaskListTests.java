package io.slipway.inbox.web;

import java.util.List;

import io.slipway.identity.Acting;
import io.slipway.release.DeploymentModel;
import io.slipway.release.RegisterRelease;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseType;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The task list shows people what concerns them and nothing else.
 */
@SlipwayTest
class TaskListTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    Acting acting;

    @Test
    void sendsWhoIsNotSignedInToTheSignInPage() {
        assertThat(new Visitor(this.port).get("/tasks").statusCode()).isEqualTo(302);
    }

    @Test
    void showsTheStepOfARelease() {
        register("TLT-1");
        Document page = new Visitor(this.port).signIn("release-manager").page("/tasks?view=my-groups&text=TLT-1");
        assertThat(page.select("tbody tr").text()).contains("Complete plan", "TLT-1");
    }

    private void register(String key) {
        this.acting.as("release-manager", () -> this.releases.register(new RegisterRelease(key, "Release " + key,
                ReleaseType.MINOR, DeploymentModel.PHASED, List.of("Payments"))));
    }

}
