package io.slipway.deployment.environment.web;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemType;
import io.slipway.identity.Acting;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of environments, over HTTP: kept, held, booked and confirmed by those who
 * may, with what was typed kept beside its mistakes.
 */
@SlipwayTest
class EnvironmentPagesTests {

    private final String key = "p" + UUID.randomUUID().toString().substring(0, 12);

    @LocalServerPort
    int port;

    @Autowired
    ConfigurationManagement configuration;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    private Visitor keeper;

    @BeforeEach
    void register() {
        this.acting.as("configuration-manager", () -> this.configuration.register(this.key,
                new ItemProfile("Name of " + this.key, ItemType.ENVIRONMENT, Criticality.LOW, "operations", "")));
        this.keeper = new Visitor(this.port).signIn("deployment-manager");
        this.keeper.get("/environments/new");
    }

    @Test
    void isKeptHeldGivenBackAndConfirmed() {
        HttpResponse<String> refused = this.keeper.post("/environments", "key", this.key, "position", "many", "zone",
                "Mars/Base", "kind", "LIVE");
        assertThat(refused.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(refused.body());
        assertThat(again.select("#position").val()).isEqualTo("many");
        assertThat(again.select("#zone-error").text()).contains("no time zone Mars/Base");
        keep();
        assertThat(this.keeper.page("/environments/" + this.key).select("h1").text()).isEqualTo("Name of " + this.key);
        assertThat(post("/ready", "note", "").body()).contains("Say what you looked at.");
        post("/ready", "note", "Disks <b>looked</b> at.");
        post("/hold", "purpose", "A load test.", "release", "");
        Document page = this.keeper.page("/environments/" + this.key);
        assertThat(page.text()).contains("Disks <b>looked</b> at.", "A load test.", "has it since");
        String end = page.select("a[href*=/holds/]").attr("href");
        assertThat(this.keeper.page(end).text()).contains("Whoever is next in the queue");
        assertThat(this.keeper.post(end).statusCode()).isEqualTo(302);
        assertThat(this.keeper.page("/environments/" + this.key).text()).contains("It is free", "Who had it before");
        post("/ready/withdraw", "reason", "A disk is full.");
        assertThat(this.keeper.page("/environments/" + this.key).text()).contains("nobody confirmed it");
        HttpResponse<String> stale = post("", "version", "7", "kind", "TEST", "position", "1", "zone", "UTC");
        assertThat(stale.statusCode()).isEqualTo(409);
    }

    @Test
    void isBookedOnceForOneTime() {
        keep();
        String from = local(1);
        String to = local(3);
        HttpResponse<String> mistaken = post("/bookings", "from", "soon", "to", to, "purpose", "");
        assertThat(mistaken.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(mistaken.body()).select("#from-error, #purpose-error")).hasSize(2);
        post("/bookings", "from", from, "to", to, "purpose", "Load test", "alone", "true");
        HttpResponse<String> taken = post("/bookings", "from", from, "to", to, "purpose", "Mine");
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(taken.body()).select("#from-error").text()).contains("Taken: Load test");
        String cancel = this.keeper.page("/environments/" + this.key)
            .select("a[href*=/bookings/][href$=/cancel]")
            .attr("href");
        assertThat(this.keeper.post(cancel, "reason", "").statusCode()).isEqualTo(422);
        assertThat(this.keeper.post(cancel, "reason", "Nobody comes.").statusCode()).isEqualTo(302);
        assertThat(this.keeper.page("/environments/" + this.key).text()).contains("Nobody has booked it");
    }

    @Test
    void isReadByEverybody() {
        keep();
        Visitor auditor = new Visitor(this.port).signIn("auditor");
        assertThat(auditor.page("/environments/" + this.key).select(".page-head-actions a")).isEmpty();
        assertThat(auditor.page("/environments").text()).contains("The way to production");
        assertThat(auditor.page("/deployments").select("h1").text()).isEqualTo("What runs where");
        assertThat(auditor.get("/environments/new").statusCode()).isEqualTo(403);
        assertThat(auditor.get("/environments/no-such-place").statusCode()).isEqualTo(404);
    }

    private void keep() {
        assertThat(this.keeper
            .post("/environments", "key", this.key, "kind", "TEST", "position", "1", "zone", "UTC", "readyDays", "7")
            .statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> post(String act, String... fields) {
        return this.keeper.post("/environments/" + this.key + act, fields);
    }

    private String local(int hours) {
        return LocalDateTime.ofInstant(Instant.now(this.clock).plus(hours, ChronoUnit.HOURS), ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.MINUTES)
            .toString();
    }

}
