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

}
