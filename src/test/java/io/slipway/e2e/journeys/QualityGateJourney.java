package io.slipway.e2e.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.test.ReleaseDriver;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requirement: a pipeline delivers, a gate fails, a waiver is asked and refused, the
 * build is repaired, validation passes.
 */
@Journey
class QualityGateJourney {

    private static final String BROKEN = "<testsuite name='Refunds'><testcase name='within a day'/>"
            + "<testcase name='[critical] booked once'><failure message='booked twice'>at Refund.java:24</failure>"
            + "</testcase></testsuite>";

    private static final String REPAIRED = "<testsuite name='Refunds'><testcase name='within a day'/>"
            + "<testcase name='[critical] booked once'/></testsuite>";

    @LocalServerPort
    int port;

    @Test
    void holdsAPackageBackUntilItIsRepaired(Browser browser, Browser other, @Autowired ReleaseDriver driver)
            throws IOException, InterruptedException {
        String key = driver.register("Refunds by pipeline");
        driver.plan(key);
        driver.deliverUnits(key);
        assertThat(deliver(key, BROKEN)).isEqualTo(201);

        Crew crew = new Crew(browser).next("test-manager");
        crew.open(key, "Assess test results").expectAccessible().decide("pass");
        browser.expectText("Gates hold this package back").expectText("Critical test failures: 1");
        browser.open("/releases/" + key + "/validation").expectText("booked twice").expectAccessible();
        browser.find(By.linkText("Refunds")).click();
        browser.expectHeading("Refunds").expectAccessible();

        crew.next("release-manager");
        browser.open("/releases/" + key + "/waivers/new").expectAccessible();
        browser.fill("justification", "Nobody refunds twice before Monday.")
            .fill("followUp", "Repaired on Friday by the refunds team.")
            .submit("/releases/" + key + "/waivers");
        browser.expectText("Asked for").expectAccessible();

        Crew owners = new Crew(other).next("service-owner");
        owners.open(key, "Approve waiver")
            .expectAccessible()
            .fill("reason", "Money is at stake: repair it.")
            .decide("reject");

        assertThat(deliver(key, REPAIRED)).isEqualTo(201);
        other.open("/releases/" + key + "/validation").expectText("Superseded");
        crew.next("test-manager").open(key, "Assess test results").decide("pass");
        driver.await(key, "rehearse-rollback");
        browser.open("/releases/" + key + "/validation").expectText("Refused").expectText("Money is at stake");
    }

    @Test
    void recordsATestDoneByHand(Browser browser, @Autowired ReleaseDriver driver) {
        String key = driver.register("Refunds at the counter");
        driver.plan(key);
        driver.deliverUnit(key);
        new Crew(browser).next("test-manager");
        browser.open("/releases/" + key + "/evidence/new").expectAccessible();
        browser.fill("title", "Counter of branch 7")
            .fill("steps[0].action", "Refund 20 euros")
            .choose("steps[0].result", "failed")
            .choose("steps[0].severity", "minor")
            .submit("/releases/" + key + "/evidence");
        browser.expectText("Counter of branch 7").expectText("Refund 20 euros");
        browser.open("/releases/" + key + "/parity").expectAccessible();
    }

    private int deliver(String key, String report) throws IOException, InterruptedException {
        String credentials = Base64.getEncoder()
            .encodeToString("build-engineer:slipway-demo".getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
            .send(HttpRequest
                .newBuilder(URI.create("http://localhost:" + this.port + "/api/v1/releases/" + key
                        + "/evidence?format=junit&level=system&name=Refunds"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofString(report))
                .build(), HttpResponse.BodyHandlers.discarding())
            .statusCode();
    }

}
