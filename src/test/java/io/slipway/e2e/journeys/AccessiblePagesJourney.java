package io.slipway.e2e.journeys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemType;
import io.slipway.configuration.relation.RelationKind;
import io.slipway.configuration.relation.RelationManagement;
import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.file.SentFiles.Sent;
import io.slipway.identity.Acting;
import io.slipway.packaging.DocumentKind;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.bom.BomManagement;
import io.slipway.packaging.document.DocumentManagement;
import io.slipway.test.ReleaseDriver;
import io.slipway.validation.evidence.EvidenceDelivery;
import io.slipway.validation.evidence.EvidenceManagement;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Requirement: axe finds nothing, in light and in dark, and nothing sticks out on a phone
 * or a desk, on the pages that the other journeys only pass by.
 */
@Journey
class AccessiblePagesJourney {

    private static final String BOM = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
              {"type": "library", "name": "core", "version": "2.0", "licenses": [{"license": {"id": "AGPL-3.0-only"}}]},
              {"type": "library", "name": "shell", "version": "1"}]}""";

    private static final String RECORD = """
            {"slipwayManualTest": 1, "title": "By hand", "steps": [{"action": "Pay", "result": "passed"}]}""";

    @Autowired
    ConfigurationManagement configuration;

    @Autowired
    RelationManagement relations;

    @Autowired
    Acting acting;

    @Test
    void opensThePagesOfAReleaseManager(Browser browser) {
        browser.open("/sign-in").expectAccessible();
        new Crew(browser).next("release-manager");
        for (String path : new String[] { "/", "/tasks", "/tasks?view=done-by-me", "/releases",
                "/releases?status=ENDED", "/releases/board", "/releases/NONE-1", "/calendar", "/calendar?view=week",
                "/calendar?view=agenda", "/calendar/subscriptions", "/monitor/jobs", "/monitor/jobs?state=due",
                "/monitor/models/PlanReleaseProcess/1/migration", "/administration/people", "/me", "/me/tokens",
                "/me/tokens/new", "/changes/unauthorised", "/reference", "/search", "/search?q=re", "/search?q=no-such",
                "/keys" }) {
            browser.open(path).expectAccessible();
        }
    }

    @Test
    void opensThePagesOfAnAdministrator(Browser browser) {
        new Crew(browser).next("administrator");
        for (String path : new String[] { "/administration/people", "/administration/people/new",
                "/administration/people/stakeholder", "/administration/groups", "/administration/groups/new",
                "/me/absences", "/administration/policies", "/administration/policies/ReleasePolicyDecision",
                "/administration/policies/QualityGateDecision", "/administration/tokens", "/administration/tokens/new",
                "/administration/events", "/audit/access-reviews" }) {
            browser.open(path).expectAccessible();
        }
    }

    @Test
    void opensThePagesOfAnAuditor(Browser browser) {
        new Crew(browser).next("auditor");
        for (String path : new String[] { "", "/integrity", "/exports", "/retention", "/access-reviews", "/reports",
                "/reports/population", "/reports/exceptions", "/reports/emergencies", "/reports/permits",
                "/reports/overrides", "/reports/standard", "/reports/unauthorised", "/reports/drift",
                "/reports/approvals", "/reports/access", "/reports/rights", "/reports/rules" }) {
            browser.open("/audit" + path).expectAccessible();
        }
    }

    @Test
    void opensThePagesOfABuildEngineer(Browser browser, @Autowired ReleaseDriver driver,
            @Autowired PackageManagement packages, @Autowired BomManagement boms,
            @Autowired DocumentManagement documents, @Autowired EvidenceManagement evidence) {
        String key = driver.register("Accessible package");
        driver.plan(key);
        driver.complete("build-engineer", key, "deliver-units", "add-unit", "name", "shop", "version", "1.0",
                "artifact", "https://artifacts.example.com/shop", "digest", DigestUtils.sha256Hex(key), "commit",
                "4f2a91c", "committedAt", "2026-01-02T03:04", "documentation", "https://docs.example.com/shop",
                "scripts", "https://git.example.com/shop");
        long unit = packages.get(key).units().get(0).id();
        this.acting.as("build-engineer", () -> boms.deliver(key, unit, BOM.getBytes(StandardCharsets.UTF_8)));
        this.acting.as("build-engineer", () -> upload(documents, key));
        new Crew(browser).next("build-engineer");
        for (String path : new String[] { "/package", "/units/" + unit, "/documents/new" }) {
            browser.open("/releases/" + key + path).expectAccessible();
        }
        driver.deliver(key);
        driver.await(key, "assess-test-results");
        long record = this.acting.as("test-manager", () -> byHand(evidence, key));
        for (String path : new String[] { "/package", "/package/reopen", "/documents/new", "/evidence/" + record }) {
            browser.open("/releases/" + key + path).expectAccessible();
        }
    }

    private static void upload(DocumentManagement documents, String key) {
        try {
            documents.add(key, DocumentKind.SCRIPTS, "run.sh", stream("#!/bin/sh"));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static long byHand(EvidenceManagement evidence, String key) {
        Iterator<Sent> notes = List.of(new Sent("notes.md", stream("# Notes"))).iterator();
        try {
            return evidence
                .deliver(key, new EvidenceDelivery("manual", "acceptance", "By hand", "", "", "", "", ""),
                        stream(RECORD), () -> notes.hasNext() ? notes.next() : null)
                .evidence()
                .id();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void opensThePagesOfAConfigurationManager(Browser browser) {
        this.acting.as("configuration-manager", () -> {
            for (String key : new String[] { "axe-app", "axe-db" }) {
                this.configuration.register(key, new ItemProfile("Accessible " + key, ItemType.OTHER, Criticality.HIGH,
                        "operations", "For axe.", "1.0", Map.of("kind", "sample")));
            }
            this.relations.add("axe-app", RelationKind.DEPENDS_ON, "axe-db");
        });
        new Crew(browser).next("configuration-manager");
        for (String path : new String[] { "/configuration", "/configuration/new", "/configuration/stale",
                "/configuration/imports", "/configuration/axe-app", "/configuration/axe-app/impact",
                "/configuration/axe-app/history", "/configuration/axe-app/releases",
                "/configuration/axe-app/baselines" }) {
            browser.open(path).expectAccessible();
        }
    }

}
