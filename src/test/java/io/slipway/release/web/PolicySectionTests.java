package io.slipway.release.web;

import io.slipway.policy.DeploymentModel;
import io.slipway.policy.PolicyInputs;
import io.slipway.policy.PolicyManagement;
import io.slipway.policy.ReleaseType;
import io.slipway.policy.Risk;
import io.slipway.policy.RiskInputs;
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
 * The tab with what the policy decided on a release.
 */
@SlipwayTest
class PolicySectionTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    PolicyManagement policies;

    @Autowired
    StatementCounter statements;

    @Test
    void saysWhatAppearsHereBeforeAnythingIsDecided() {
        String key = this.driver.register("Undecided");
        assertThat(new Visitor(this.port).signIn("stakeholder").page("/releases/" + key + "/policy").text())
            .contains("Nothing is decided yet");
    }

    @Test
    void showsTableVersionInputsRowsAndWhatApplies() {
        String key = this.driver.register("Decided");
        for (int i = 0; i < 5; i++) {
            this.policies.decideRisk(key,
                    new RiskInputs(null, 2, ReleaseType.MINOR, DeploymentModel.PHASED, false, true, 0));
            this.policies.decideReleasePolicy(key,
                    new PolicyInputs(ReleaseType.MINOR, Risk.MEDIUM, DeploymentModel.PHASED));
        }
        String counted = "policy-" + key;
        Document page = Jsoup.parse(new Visitor(this.port).signIn("auditor")
            .get("/releases/" + key + "/policy", StatementCounter.HEADER, counted)
            .body());
        assertThat(page.select("h2").eachText()).contains("Release policy", "Risk of a change");
        assertThat(page.select("main").text()).contains("1 × Stakeholder", "Row 4",
                "More depends on it: it is scanned and rehearsed as well.", "A database schema changes.",
                "Highest criticality Not known");
        assertThat(page.select("a[href^=/administration/policies/ReleasePolicyDecision/versions/]")).hasSize(5);
        assertThat(page.text()).doesNotContain("??");
        assertThat(this.statements.of(counted)).hasSizeLessThanOrEqualTo(12);
        assertThat(new Visitor(this.port).signIn("stakeholder")
            .page("/releases/" + key + "/policy")
            .select("main a[href^=/administration]")).isEmpty();
    }

}
