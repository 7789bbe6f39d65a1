package io.slipway.audit.report.web;

import java.util.List;

import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The auditor opens each report, draws a sample and reads the sheet of an item; nobody
 * else does, and what names people is recorded.
 */
@SlipwayTest
class ReportPagesTests {

    private static final List<String> PAGES = List.of("", "/population", "/exceptions", "/emergencies", "/permits",
            "/standard", "/unauthorised", "/approvals", "/overrides", "/rights", "/drift", "/rules", "/access");

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Test
    void areForThoseWhoReadTheRecord() {
        Visitor auditor = visitor("auditor");
        Visitor manager = visitor("release-manager");
        PAGES.forEach((page) -> {
            assertThat(manager.get("/audit/reports" + page).statusCode()).as(page).isEqualTo(403);
            assertThat(auditor.get("/audit/reports" + page).statusCode()).as(page).isEqualTo(200);
            assertThat(auditor.page("/audit/reports" + page).select("form[method=post]").select("[action^=/audit]"))
                .as("%s changes nothing", page)
                .isEmpty();
        });
    }

    @Test
    void peopleAndGroupsAreReadAndNotChanged() {
        Visitor auditor = visitor("auditor");
        assertThat(auditor.page("/administration/people?text=change-authority").select("tbody th").text())
            .contains("change-authority");
        Document person = auditor.page("/administration/people/change-authority");
        assertThat(person.select("main dl").text()).contains("Change authority");
        assertThat(person.select("main form")).isEmpty();
        assertThat(
                auditor.page("/audit?actor=auditor&action=person.read&subject=change-authority").select(".trail-what"))
            .isNotEmpty();
        assertThat(auditor.get("/administration/groups").statusCode()).isEqualTo(200);
        assertThat(auditor.get("/administration/people/new").statusCode()).isEqualTo(403);
        assertThat(visitor("release-manager").get("/administration/people").statusCode()).isEqualTo(403);
    }

    @Test
    void testADeploymentOfAReleaseThatWentTheRightWay() {
        String key = this.driver.register("Tested by an auditor");
        this.driver.prepare(key);
        this.driver.deploy(key);
        Visitor auditor = visitor("auditor");
        String address = "/audit/reports/releases/" + key + "/attempts/1";
        Document sheet = auditor.page(address);
        assertThat(sheet.select("#tests").parents().select("tbody tr").eachText())
            .anyMatch((row) -> row.startsWith("Approved before Pass"))
            .anyMatch((row) -> row.startsWith("In different hands Pass"))
            .anyMatch((row) -> row.startsWith("Deployed as approved Pass"))
            .anyMatch((row) -> row.startsWith("Way back Pass"))
            .noneMatch((row) -> row.contains(" Fail "));
        assertThat(visitor("release-manager").get(address).statusCode()).isEqualTo(403);
        assertThat(auditor.get("/audit/reports/releases/" + key + "/attempts/2").statusCode()).isEqualTo(404);
        assertThat(auditor.page("/audit?actor=auditor&action=report.read&release=" + key).select(".trail-what"))
            .isNotEmpty();

        Document drawn = auditor.page("/audit/reports/population?seed=one&size=200");
        assertThat(drawn.select("#sample").text()).startsWith("Sample: ");
        assertThat(drawn.select("#members").parents().select("th a").eachText()).contains(key + "/1");
        assertThat(auditor.page("/audit/reports/approvals?actor=change-authority").select(".trail").text())
            .contains(key);
        assertThat(auditor.page("/audit/reports/access?role=change-authority").select("tbody th").text())
            .contains("change-authority");
        assertThat(auditor.page("/audit/reports/access?on=1990-01-01").select(".notice").text()).contains("Unknown");
        assertThat(auditor.page("/audit/reports/population?since=x&until=9&kind=y&size=z&seed=%00").select("h1"))
            .hasSize(1);
    }

    private Visitor visitor(String userName) {
        Visitor visitor = new Visitor(this.port).signIn(userName);
        visitor.get("/");
        return visitor;
    }

}
