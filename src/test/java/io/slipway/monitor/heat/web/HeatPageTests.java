package io.slipway.monitor.heat.web;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import io.slipway.test.SlipwayTest;
import io.slipway.test.StatementCounter;
import io.slipway.test.Visitor;
import io.slipway.workflow.statistics.StatisticsDriver;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The heat of a model over HTTP: who may read it, what it shows, and what bad input gets.
 */
@SlipwayTest
class HeatPageTests {

    private static final String PLAN = "PlanReleaseProcess";

    private static final String HEAT = "/monitor/models/PlanReleaseProcess/1/heat";

    private static final LocalDate DAY = LocalDate.of(2005, 6, 7);

    private static final String PERIOD = "?from=2005-06-01&to=2005-06-30";

    @LocalServerPort
    int port;

    @Autowired
    StatisticsDriver statistics;

    @Autowired
    StatementCounter counter;

    @AfterEach
    void forget() {
        this.statistics.forget();
    }

    @Test
    void isForPeopleWhoAreSignedIn() {
        for (String path : List.of(HEAT, HEAT + ".csv")) {
            assertThat(new Visitor(this.port).get(path).statusCode()).isEqualTo(302);
            for (String person : List.of("auditor", "stakeholder", "administrator")) {
                assertThat(new Visitor(this.port).signIn(person).get(path).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void answersNotFoundForModelsThatAreNotDeployed() {
        Visitor visitor = new Visitor(this.port).signIn("auditor");
        for (String model : List.of("NoProcess/1", "PlanReleaseProcess/999", "PlanReleaseProcess/x", "%3Cscript%3E/1",
                "PlanReleaseProcess/99999999999")) {
            assertThat(visitor.get("/monitor/models/" + model + "/heat").statusCode()).as(model).isEqualTo(404);
        }
    }

    @Test
    void showsTheHottestElementFirstAndThenTheDiagram() {
        fill();
        Document page = page(HEAT + PERIOD);
        List<Element> rows = page.select(".heat-table tbody tr");
        assertThat(rows).extracting((row) -> row.selectFirst("th").text())
            .containsExactly("Approve plan (all together)", "Complete plan", "Approve plan",
                    "Task_Forgotten not in this version", "Plan requested");
        assertThat(rows.get(1).text()).contains("Complete plan 4 of 5", "1.50");
        assertThat(rows.get(1).select("td[data-label=Passes]").text()).isEqualTo("6");
        assertThat(rows.get(1).select("td[data-label=Median]").text()).startsWith("2 days ");
        assertThat(rows.get(2).select("td[data-label=Cancelled]").text()).isEqualTo("1");
        assertThat(rows.get(0).text()).contains("contains others");
        assertThat(page.select("section[aria-labelledby=statistics]").text()).contains("4 runs began", "2.5 %");
        assertThat(page.html().indexOf("heat-table")).isLessThan(page.html().indexOf("<figure"));
        assertThat(page.select("figure svg").text()).contains("median 2 days");
        assertThat(page.select("a[href='/monitor/models/PlanReleaseProcess/1']")).isNotEmpty();
        assertThat(page.select("#statistics-Task_CompletePlan")).hasSize(1);
    }

    @Test
    void countsPassesWhereTheyAreAskedFor() {
        fill();
        Document page = page(HEAT + PERIOD + "&measure=frequency&versions=all");
        assertThat(page.select(".heat-table tbody tr").first().text()).contains("Complete plan", "5 of 5");
        assertThat(page.select("a[aria-current=page]").eachText()).contains("How often");
        assertThat(page.select("#versions option[selected]").val()).isEqualTo("all");
        assertThat(page.select("figure svg").text()).contains("6 ×");
    }

    @Test
    void answersBadInputAtTheFieldAndKeepsIt() {
        HttpResponse<String> answer = new Visitor(this.port).signIn("auditor")
            .get(HEAT + "?measure=frequency&from=%3Cscript%3E&to=2005-06-30");
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#from").val()).isEqualTo("<script>");
        assertThat(page.select("#from").attr("type")).isEqualTo("text");
        assertThat(page.select("#from-error").text()).startsWith("Enter a day");
        assertThat(page.select("#to").val()).isEqualTo("2005-06-30");
        assertThat(page.select(".heat-table")).isEmpty();
        page = page(HEAT + "?from=2005-06-30&to=2005-06-01");
        assertThat(page.select("#to-error").text()).isEqualTo("The last day must not be before the first.");
        assertThat(page.select("#to").val()).isEqualTo("2005-06-01");
        assertThat(new Visitor(this.port).signIn("auditor").get(HEAT + ".csv?from=x").statusCode()).isEqualTo(400);
    }

    @Test
    void saysWhatAnEmptyPeriodMeans() {
        Document page = page(HEAT + "?from=2001-01-01&to=2001-01-02");
        assertThat(page.select(".empty-state").text()).contains("Nothing ended in this period");
        assertThat(page.select("a[href*='heat.csv']")).isEmpty();
    }

    @Test
    void keepsThePeriodInItsLinks() {
        fill();
        Document page = page(HEAT + PERIOD + "&versions=all");
        assertThat(page.select(".tabs a").last().attr("href"))
            .isEqualTo(HEAT + "?measure=frequency&versions=all&from=2005-06-01&to=2005-06-30");
        assertThat(page.select(".heat-presets a")).hasSize(3)
            .allSatisfy((link) -> assertThat(link.attr("href")).contains("versions=all"));
        String csv = page.select("a[href*='heat.csv']").attr("href");
        HttpResponse<String> file = new Visitor(this.port).signIn("auditor").get(csv);
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
            .contains("PlanReleaseProcess-heat-2005-06-01-2005-06-30.csv");
        assertThat(file.body())
            .contains("PlanReleaseProcess,all,2005-06-01,2005-06-30,Task_CompletePlan,Complete plan,6,0");
    }

    @Test
    void costsFewStatements() {
        fill();
        Visitor visitor = new Visitor(this.port).signIn("auditor");
        visitor.get(HEAT + PERIOD);
        visitor.get(HEAT + PERIOD, StatementCounter.HEADER, "heat");
        assertThat(this.counter.of("heat")).hasSizeLessThan(20);
    }

    private void fill() {
        this.statistics.pass(PLAN, "StartEvent_PlanRequested", DAY, 4, Duration.ZERO);
        this.statistics.pass(PLAN, "Task_CompletePlan", DAY, 6, Duration.ofHours(17));
        this.statistics.pass(PLAN, "Task_ApprovePlan", DAY, 2, Duration.ofHours(9));
        this.statistics.pass(PLAN, "Task_ApprovePlan#multiInstanceBody", DAY, 1, Duration.ofDays(4));
        this.statistics.pass(PLAN, "Task_Forgotten", DAY.plusDays(1), 1, Duration.ofMinutes(1));
        this.statistics.cancel(PLAN, "Task_ApprovePlan", DAY.atTime(9, 0));
        this.statistics.make(DAY);
        this.statistics.make(DAY.plusDays(1));
    }

    private Document page(String path) {
        return new Visitor(this.port).signIn("auditor").page(path);
    }

}
