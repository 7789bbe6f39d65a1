package io.slipway.policy.web;

import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages about decision tables, over HTTP.
 */
@SlipwayTest
class PolicyPagesTests {

    private static final String POLICIES = "/administration/policies";

    private static final String RELEASE_POLICY = POLICIES + "/ReleasePolicyDecision";

    @LocalServerPort
    int port;

    @Test
    void refusesThoseWhoHaveNoSayInPolicy() {
        Visitor visitor = new Visitor(this.port).signIn("stakeholder");
        assertThat(visitor.get(POLICIES).statusCode()).isEqualTo(403);
        assertThat(visitor.get(RELEASE_POLICY).statusCode()).isEqualTo(403);
        assertThat(visitor.get(RELEASE_POLICY + "/versions/1").statusCode()).isEqualTo(403);
        assertThat(visitor.page("/").select("nav.menu a[href=/administration]")).isEmpty();
    }

    @Test
    void leadsEachRoleToWhatItMayRead() {
        Visitor auditor = new Visitor(this.port).signIn("auditor");
        assertThat(auditor.page("/").select("a[href=/administration]")).isNotEmpty();
        assertThat(auditor.get("/administration").headers().firstValue("Location").orElseThrow()).endsWith(POLICIES);
        assertThat(auditor.page(POLICIES).select(".tabs a").eachText()).contains("People", "Groups", "Policies");
        Visitor authority = new Visitor(this.port).signIn("change-authority");
        assertThat(authority.page(POLICIES).select(".tabs a").eachText()).contains("Policies").doesNotContain("People");
        Visitor administrator = new Visitor(this.port).signIn("administrator");
        assertThat(administrator.get("/administration").headers().firstValue("Location").orElseThrow())
            .endsWith("/administration/people");
        assertThat(administrator.page(POLICIES).select(".tabs a").eachText()).contains("People", "Groups", "Policies");
    }

    @Test
    void listsTheTables() {
        Document page = new Visitor(this.port).signIn("change-authority").page(POLICIES);
        assertThat(page.select("tbody tr")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(page.select("tbody").text()).contains("Release policy",
                "Exactly one row matches, whatever the inputs.", "The first row that matches counts.");
    }

    @Test
    void showsRowsWithTheirReason() {
        Document page = new Visitor(this.port).signIn("release-manager").page(RELEASE_POLICY);
        assertThat(page.select("tbody tr")).hasSize(17);
        assertThat(page.select("tbody tr").first().text()).contains("Minor", "Low", "Continuous", "1 × Stakeholder",
                "the pipeline guards it");
        assertThat(page.select(".row-hit")).isEmpty();
        assertThat(page.select("aside a").attr("href")).startsWith(RELEASE_POLICY + "/versions/");
    }

    @Test
    void triesATableWithoutKeepingAnything() {
        Visitor visitor = new Visitor(this.port).signIn("release-manager");
        Document page = visitor.page(RELEASE_POLICY + "?in-type=major&in-risk=high&in-model=big-bang");
        assertThat(page.select(".row-hit")).singleElement()
            .satisfies((row) -> assertThat(row.text()).contains("applies", "The riskiest way to release"));
        assertThat(page.select("section[aria-labelledby=result]").text()).contains("Row 13", "21",
                "2 × Stakeholder, 1 × Service owner, 1 × Operations");
        assertThat(page.select("#in-risk option[selected]").attr("value")).isEqualTo("high");
        page = visitor.page(POLICIES + "/ChangeRiskDecision?in-criticality=critical&in-items=30&in-type=minor"
                + "&in-model=phased&in-rollbackRehearsed=true&in-schemaChange=true&in-recentFailures=0");
        assertThat(page.select(".row-hit")).hasSize(3);
        page = visitor.page(POLICIES + "/ChangeRiskDecision?in-criticality=low&in-items=1&in-type=minor"
                + "&in-model=phased&in-rollbackRehearsed=true&in-schemaChange=false&in-recentFailures=0");
        assertThat(page.select("section[aria-labelledby=result]").text()).contains("No row matches");
    }

    @Test
    void refusesInputsThatTheTableDoesNotForesee() {
        Visitor visitor = new Visitor(this.port).signIn("auditor");
        Document page = visitor.page(POLICIES + "/ChangeRiskDecision?in-criticality=huge&in-items=-1&in-type=minor");
        assertThat(page.select(".field-invalid")).hasSize(6);
        assertThat(page.select(".error").eachText()).contains("Choose one of these.",
                "Enter a whole number from 0 to 999999.");
        assertThat(page.select("#in-items").attr("value")).isEqualTo("-1");
        assertThat(page.select("section[aria-labelledby=result]")).isEmpty();
    }

    @Test
    void answersAnUnknownTableAndVersion() {
        Visitor visitor = new Visitor(this.port).signIn("auditor");
        assertThat(visitor.get(POLICIES + "/NoSuchDecision").statusCode()).isEqualTo(404);
        assertThat(visitor.get(RELEASE_POLICY + "/versions/99999").statusCode()).isEqualTo(404);
        assertThat(visitor.page(RELEASE_POLICY + "/versions/1").text()).contains("Release policy, Version 1");
    }

}
