package io.slipway.deployment.board.web;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.slipway.deployment.board.SomeRun;
import io.slipway.deployment.run.RunType;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import io.slipway.test.StatementCounter;
import io.slipway.test.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of runs over HTTP: for everybody who is signed in, kept up to date without
 * being sent again, with acts for deployment managers only.
 */
@SlipwayTest
class RunPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    SomeRun some;

    @Autowired
    SomePerson somePerson;

    @Autowired
    StatementCounter counter;

    @Autowired
    MutableClock clock;

    private Instant now = Instant.EPOCH;

    @BeforeEach
    void stop() {
        this.now = this.clock.stop();
    }

    @Test
    void showTheAnswersFirst() {
        long run = this.some.begin(RunType.REHEARSAL, SomeRun.plan(2, 3), this.now, this.now.plus(Duration.ofHours(3)));
        this.some.step(run, "w1-s1", "RUNNING", this.now, null);
        assertThat(new Visitor(this.port).get("/deployments/runs/" + run).statusCode()).isEqualTo(302);
        String auditor = this.somePerson.with(Role.AUDITOR);
        Visitor visitor = new Visitor(this.port).signIn(auditor);
        Document page = visitor.page("/deployments/runs/" + run);
        assertThat(page.select(".release-key").text()).contains("rehearsal", "staging");
        assertThat(page.select("#lane-now ~ ul").text()).contains("Step 1 of wave 1");
        assertThat(page.select("#lane-next ~ ul li")).hasSize(5);
        assertThat(page.select(".warroom-figures").text()).contains("Forecast end", "Window ends",
                "Ends in its window");
        assertThat(page.select(".page-head-actions").text()).doesNotContain("Halt")
            .contains("Deployment managers halt and resume it.");
        assertThat(page.select("svg text.timeline-label")).hasSize(5);
        assertThat(visitor.page("/deployments/runs/" + run + "?wave=w2").select("svg text.timeline-label")).hasSize(8);
        assertThat(
                visitor.page("/deployments/runs").select("#going ~ table, section[aria-labelledby=going] table").text())
            .contains("Run 1 of");
        assertThat(visitor.page("/deployments/runs/" + run + "/checklist").select("tbody tr")).hasSize(6);
        assertThat(visitor.get("/deployments/runs/999999999").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/deployments/runs/" + run + "/halt").statusCode()).isEqualTo(403);
        assertThat(visitor.post("/deployments/runs/" + run + "/halt", "reason", "No.").statusCode()).isEqualTo(403);
    }

    @Test
    void areSentAgainOnlyOnceSomethingChanged() {
        long run = this.some.begin(RunType.LIVE, SomeRun.plan(1, 2), this.now, null);
        Visitor visitor = new Visitor(this.port).signIn(this.somePerson.with(Role.DEPLOYMENT_MANAGER));
        visitor.page("/deployments/runs/" + run);
        HttpResponse<String> first = visitor.get("/deployments/runs/" + run + "/live");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> same = visitor.get("/deployments/runs/" + run + "/live", "If-None-Match", tag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.headers().firstValue("X-As-Of")).isPresent();
        HttpResponse<String> refused = visitor.post("/deployments/runs/" + run + "/halt", "reason", " ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(visitor.post("/deployments/runs/" + run + "/halt", "reason", "Smoke.").statusCode()).isEqualTo(302);
        HttpResponse<String> changed = visitor.get("/deployments/runs/" + run + "/live", "If-None-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("Halted", "Smoke.", "Resume");
    }

    @Test
    void takeNoMoreStatementsForAThousandSteps() {
        Visitor visitor = new Visitor(this.port).signIn(this.somePerson.with(Role.DEPLOYMENT_MANAGER));
        int few = statements(visitor,
                this.some.begin(RunType.LIVE, SomeRun.plan(2, 2), this.now, this.now.plusSeconds(9000)));
        int many = statements(visitor,
                this.some.begin(RunType.LIVE, SomeRun.plan(50, 20), this.now, this.now.plusSeconds(90000)));
        assertThat(List.of(few, many)).allSatisfy((count) -> assertThat(count).isLessThanOrEqualTo(30));
        assertThat(many).isLessThanOrEqualTo(few + 2);
    }

    private int statements(Visitor visitor, long run) {
        visitor.page("/deployments/runs/" + run);
        String name = UUID.randomUUID().toString();
        visitor.get("/deployments/runs/" + run, StatementCounter.HEADER, name);
        return this.counter.of(name).size();
    }

}
