package io.slipway.monitor.operation.web;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.slipway.test.FailOnDemandDelegate;
import io.slipway.test.FailingJobs;
import io.slipway.test.RecordedActions;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of jobs over HTTP: who may try one again, what is told of it to whom, and
 * what bad input gets.
 */
@SlipwayTest
class JobPagesTests {

    private static final String RETRY = "/monitor/jobs/retry";

    @LocalServerPort
    int port;

    @Autowired
    FailingJobs failing;

    @Autowired
    RecordedActions actions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tellOfANodeWhoseClockDiffers() {
        this.jdbc.sql("""
                insert into engine_nodes (lock_owner, host, active, started_at, seen_at, clock_ahead_millis)
                values ('skewed', 'skewed-host', true, utc_timestamp(3), utc_timestamp(3), -600900)""").update();
        Document page = visitor("operations").page("/monitor/jobs");
        this.jdbc.sql("delete from engine_nodes where lock_owner = 'skewed'").update();
        assertThat(page.select("tr:contains(skewed-host)").text()).contains("600 s behind the database's");
        assertThat(page.select("tr:contains(answers this page)").text()).doesNotContain("clock");
    }

    @Test
    void areForPeopleWhoAreSignedIn() {
        Visitor stranger = new Visitor(this.port);
        for (String path : List.of("/monitor/jobs", "/monitor/jobs/x", RETRY)) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(302);
        }
    }

    @Test
    void letOnlySomeTryAgainAndOnlyAdministratorsSeeTheStackTrace() {
        String job = this.failing.failed("JPG-WHO");
        for (String person : List.of("auditor", "stakeholder", "operations")) {
            Visitor visitor = visitor(person);
            Document list = visitor.page("/monitor/jobs?release=jpg-who");
            assertThat(list.select("tbody th a").eachText()).contains("Do work");
            assertThat(list.select("input[name=job], button[name=all]")).isEmpty();
            Document page = visitor.page("/monitor/jobs/" + job);
            assertThat(page.text()).contains(FailOnDemandDelegate.MESSAGE);
            assertThat(page.select(".page-head-actions a, pre")).isEmpty();
            assertThat(page.html()).doesNotContain("FailOnDemandDelegate.execute");
            assertThat(visitor.get(RETRY + "?job=" + job).statusCode()).isEqualTo(403);
            assertThat(visitor.post(RETRY, "job", job + ".1", "reason", "No").statusCode()).isEqualTo(403);
        }
        for (String person : List.of("release-manager", "deployment-manager")) {
            Document page = visitor(person).page("/monitor/jobs/" + job);
            assertThat(page.select(".page-head-actions a")).hasSize(1);
            assertThat(page.html()).doesNotContain("FailOnDemandDelegate.execute");
        }
        Document page = visitor("administrator").page("/monitor/jobs/" + job);
        assertThat(page.select("pre.stack-trace").text()).contains("FailOnDemandDelegate.execute");
        assertThat(page.select("a[href='/monitor/releases/JPG-WHO']")).isNotEmpty();
    }

    @Test
    void tryAgainWithAReason() {
        String job = this.failing.failed("JPG-MEND");
        this.failing.mend("JPG-MEND");
        Visitor manager = visitor("deployment-manager");
        String seen = manager.page(RETRY + "?job=" + job).select("input[name=job]").val();
        HttpResponse<String> refused = manager.post(RETRY, "job", seen, "when", "now", "at", "", "reason", "  ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#reason-error").text()).startsWith("Say why");
        HttpResponse<String> late = manager.post(RETRY, "job", seen, "when", "at", "at",
                LocalDateTime.now(ZoneOffset.UTC).plusDays(40).toString().substring(0, 16), "reason",
                "Typed <b>why</b>");
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(late.body()).select("#at-error").text()).contains("30 days");
        assertThat(Jsoup.parse(late.body()).select("#reason").text()).isEqualTo("Typed <b>why</b>");
        for (String at : List.of("", "tomorrow", "2020-01-01T00:00")) {
            HttpResponse<String> bad = manager.post(RETRY, "job", seen, "when", "at", "at", at, "reason", "Why");
            assertThat(bad.statusCode()).as(at).isEqualTo(422);
            assertThat(Jsoup.parse(bad.body()).select("#at-error").text()).isNotEmpty();
        }
        HttpResponse<String> done = manager.post(RETRY, "job", seen, "when", "now", "at", "", "reason", "It is back.");
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(manager.page("/monitor/jobs").select(".flash").text()).contains("Do work · JPG-MEND");
        this.failing.item("JPG-MEND", "Task_After");
        HttpResponse<String> again = manager.post(RETRY, "job", seen, "when", "now", "at", "", "reason", "Once more");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(again.body()).select("#typed").text()).contains("Once more");
    }

    @Test
    void tryAllThatMatchAgainWithAResultForEach() {
        String mended = this.failing.failed("JPG-ALL-1");
        this.failing.failed("JPG-ALL-2");
        this.failing.mend("JPG-ALL-1");
        Visitor manager = visitor("release-manager");
        Document list = manager.page("/monitor/jobs?process=FailProcess&element=Task_Work&release=JPG-ALL-1");
        assertThat(list.select("form tbody tr")).hasSize(1);
        assertThat(list.select("button[name=all]").text()).contains("the one failed job");
        assertThat(manager.page(RETRY + "?all=true&process=FailProcess").select("input[name=job]").size())
            .isGreaterThanOrEqualTo(2);
        List<String> seen = List.of(seen(manager, "JPG-ALL-1"), seen(manager, "JPG-ALL-2"));
        manager.page(RETRY + "?job=" + mended);
        HttpResponse<String> done = manager.post(RETRY, "job", seen.get(0), "job", seen.get(1), "job", "gone.1", "when",
                "now", "at", "", "reason", "All at once.");
        assertThat(done.statusCode()).isEqualTo(302);
        Document results = manager.page("/monitor/jobs");
        assertThat(results.select(".checklist .met")).hasSize(2);
        assertThat(results.select(".checklist .unmet")).hasSize(1);
        this.failing.item("JPG-ALL-1", "Task_After");
        Awaitility.await().until(() -> this.failing.jobs("JPG-ALL-2").get(0).getRetries() == 0);
        assertThat(this.actions.of("JPG-ALL-1")).contains("job.retried");
        assertThat(this.actions.of("JPG-ALL-2")).contains("job.retried");
    }

    @Test
    void sayWhenThereIsNothing() {
        Visitor auditor = visitor("auditor");
        assertThat(auditor.get("/monitor/jobs/no-such-job").statusCode()).isEqualTo(404);
        Document none = auditor.page("/monitor/jobs?release=NOBODY-1");
        assertThat(none.select(".empty-head").text()).isEqualTo("Nothing matches");
        for (String path : List.of("/monitor/jobs?state=retrying", "/monitor/jobs?state=due",
                "/monitor/jobs?state=%27&from=%27&process=%27&element=%3Cscript%3E")) {
            assertThat(auditor.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(auditor.page("/monitor/jobs").select("#health").text()).isEqualTo("Health of the engine");
        Visitor manager = visitor("release-manager");
        assertThat(manager.get(RETRY).statusCode()).isEqualTo(302);
        assertThat(manager.page("/monitor/jobs").select(".flash").text()).contains("Choose at least one");
    }

    private String seen(Visitor visitor, String key) {
        String job = this.failing.jobs(key).get(0).getId();
        return visitor.page(RETRY + "?job=" + job).select("input[name=job]").val();
    }

    private Visitor visitor(String person) {
        return new Visitor(this.port).signIn(person);
    }

}
