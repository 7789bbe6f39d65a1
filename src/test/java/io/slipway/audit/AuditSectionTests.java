package io.slipway.audit;

import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.StatementCounter;
import io.slipway.test.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The release page shows the trail so that an auditor can read it.
 */
@SlipwayTest
class AuditSectionTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    StatementCounter statements;

    @Test
    void tellsWhoDidWhatWhenAndWhy() {
        String key = this.driver.register("<i>Trail</i>");
        this.driver.completePlan(key);
        this.driver.rejectPlan(key, "stakeholder");
        Visitor auditor = new Visitor(this.port).signIn("auditor");
        String counted = "trail-" + key;
        Document page = Jsoup
            .parse(auditor.get("/releases/" + key + "/history", StatementCounter.HEADER, counted).body());
        assertThat(page.select(".trail-what").eachText()).contains("Registered the release",
                "Submitted the plan for approval, revision 1", "Rejected the plan, revision 1",
                "Completed a task: Complete plan");
        assertThat(page.select(".trail > li > .trail-what").eachText()).as("each act once")
            .containsExactly("Rejected the plan, revision 1", "Submitted the plan for approval, revision 1",
                    "Registered the release");
        assertThat(page.select(".trail-who").eachText())
            .anyMatch((who) -> who.startsWith("Stella Hoffmann, as Stakeholder"));
        assertThat(page.select(".trail time[datetime$=Z]")).isNotEmpty()
            .allMatch((time) -> time.attr("title").endsWith("UTC"));
        assertThat(page.select(".trail-why")).isNotEmpty();
        assertThat(page.select(".trail dd").eachText()).contains("<i>Trail</i>");
        assertThat(page.text()).doesNotContain("??");
        assertThat(this.statements.of(counted)).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void findsActsAndLetsAuditorsTakeThemAway() {
        String key = this.driver.register("To be filtered");
        this.driver.completePlan(key);
        this.driver.rejectPlan(key, "stakeholder");
        Visitor auditor = new Visitor(this.port).signIn("auditor");
        String address = "/releases/" + key + "/history?part=APPROVALS&doer=people&text=reject";
        Document page = auditor.page(address);
        assertThat(page.select(".trail > li > .trail-what").eachText())
            .containsExactly("Rejected the plan, revision 1");
        assertThat(page.select("#trail-part [selected], #trail-doer [selected]").eachAttr("value"))
            .containsExactly("APPROVALS", "people");
        assertThat(page.select("#trail-text").val()).isEqualTo("reject");
        assertThat(auditor.page(address + "x").select(".empty-state").text()).contains("every filter has to fit");

        String csv = page.select(".panel-head a[href*=archive]").attr("href");
        assertThat(csv).contains("record-spreadsheet", key, "part=APPROVALS", "doer=people", "text=reject");
        assertThat(auditor.get(csv).body()).startsWith("PK");
        assertThat(auditor.page("/audit?actor=auditor&action=record.exported").select(".trail > li").first().text())
            .contains(key, "Approvals", "reject");
        Visitor other = new Visitor(this.port).signIn("build-engineer");
        assertThat(other.page(address).select("a[href*=archive]")).isEmpty();
        assertThat(other.get(csv).statusCode()).isEqualTo(403);
    }

}
