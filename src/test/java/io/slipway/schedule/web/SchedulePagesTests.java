package io.slipway.schedule.web;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.slipway.policy.ReleaseType;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.schedule.DeploymentSlot;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of windows and freezes, their rehearsal and exceptions, over HTTP.
 */
@SlipwayTest
class SchedulePagesTests {

    private static final String NEW = "/schedule/periods";

    private final String name = "Night " + UUID.randomUUID();

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    ScheduleManagement schedule;

    @Autowired
    MutableClock clock;

    @Test
    void isReadByEverybodyAndChangedByFew() {
        Visitor manager = new Visitor(this.port).signIn("release-manager");
        manager.get("/schedule/periods/new");
        String address = location(manager.post(NEW, fields(Map.of("repeat", "DAILY"))));
        for (String person : List.of("auditor", "administrator", "deployment-manager")) {
            Visitor visitor = new Visitor(this.port).signIn(person);
            assertThat(visitor.page("/schedule").select("h1").text()).isEqualTo("Windows and freezes");
            assertThat(visitor.page(address).text()).contains(this.name, "Because.").doesNotContain("End it now");
            assertThat(visitor.get("/schedule/periods/new").statusCode()).isEqualTo(403);
            assertThat(visitor.get(address + "/edit").statusCode()).isEqualTo(403);
            assertThat(visitor.post(NEW, fields(Map.of())).statusCode()).isEqualTo(403);
            assertThat(visitor.post(address + "/end", "reason", "No.").statusCode()).isEqualTo(403);
        }
        assertThat(manager.get("/schedule/periods/99999999").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsWhatWasTypedBesideItsMistakes() {
        Visitor authority = new Visitor(this.port).signIn("change-authority");
        authority.get("/schedule/periods/new");
        HttpResponse<String> answer = authority.post(NEW,
                fields(Map.of("repeat", "RULE", "rule", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")));
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#rule-error").text()).contains("matches no date");
        assertThat(page.select("#rule").val()).isEqualTo("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");
        assertThat(page.select("#name").val()).isEqualTo(this.name);
        assertThat(authority.post(NEW, fields(Map.of("start", "soon"))).body()).contains("Enter a date and a time.");
        assertThat(authority.post(NEW, fields(Map.of("zone", "Mars/Base"))).body()).contains("There is no time zone");
        assertThat(authority.post(NEW, fields(Map.of("skipped", "Christmas"))).body()).contains("2026-12-24");
        assertThat(authority.post(NEW, fields(Map.of("owner", "nobody-here"))).body())
            .contains("Choose somebody who can sign in.");
    }

    @Test
    void showsEveryMistakeAtItsField() {
        Visitor authority = new Visitor(this.port).signIn("change-authority");
        authority.get("/schedule/periods/new");
        HttpResponse<String> answer = authority.post(NEW,
                fields(Map.of("owner", "", "zone", "Mars/Base", "start", "soon", "skipped", "Christmas")));
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        for (String field : List.of("owner", "zone", "start", "skipped")) {
            assertThat(page.select("#" + field + "-error").text()).as(field).isNotBlank();
        }
        assertThat(page.select("#start").val()).isEqualTo("soon");
        assertThat(page.select("#zone").val()).isEqualTo("Mars/Base");
        assertThat(page.select("#skipped").val()).isEqualTo("Christmas");
        answer = authority.post(NEW, fields(Map.of("repeat", "ONCE", "rule", "FREQ=DAILY")));
        assertThat(Jsoup.parse(answer.body()).select("#rule-error").text()).contains("would be ignored");
        answer = authority.post(NEW, fields(Map.of("owner", "", "zone", "Mars/Base", "end", "2020-01-01T10:00")));
        page = Jsoup.parse(answer.body());
        assertThat(page.select("#owner-error, #zone-error, #end-error")).hasSize(3);
    }

    @Test
    void makesChangesAndEndsAWindow() {
        Visitor manager = new Visitor(this.port).signIn("release-manager");
        manager.get("/schedule/periods/new");
        String address = location(manager.post(NEW, fields(Map.of("repeat", "LAST_WEEKDAY"))));
        Document page = manager.page(address);
        assertThat(page.select(".flash").text()).contains("is saved");
        assertThat(page.select(".notice-warn").text()).contains("Unheard of");
        assertThat(page.select("main").text()).contains("On the last", "In your time zone, UTC.");
        assertThat(manager.page("/schedule").select("th").text()).contains("Now or next (UTC)");
        Document form = manager.page(address + "/edit");
        assertThat(form.select("input[name=repeat][checked]").val()).isEqualTo("LAST_WEEKDAY");
        String version = form.select("input[name=version]").val();
        assertThat(manager.post(address, fields(Map.of("version", version, "repeat", "YEARLY"))).statusCode())
            .isEqualTo(302);
        HttpResponse<String> stale = manager.post(address, fields(Map.of("version", version, "repeat", "DAILY")));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("FREQ=DAILY");
        assertThat(manager.post(address + "/end", "reason", "").body()).contains("Say why it is ended.");
        assertThat(manager.post(address + "/end", "reason", "Not needed.").statusCode()).isEqualTo(302);
        assertThat(manager.page(address).text()).contains("It was ended: Not needed.");
        assertThat(manager.page("/schedule?state=over").select("tbody").text()).contains(this.name);
    }

    @Test
    void rehearsesAFreezeBeforeItIsSaved() {
        String key = this.driver.register("Would be hit");
        this.driver.completePlan(key);
        Instant start = this.releases.get(key).plannedStart();
        Visitor manager = new Visitor(this.port).signIn("release-manager");
        manager.get("/schedule/periods/new");
        Map<String, String> freeze = Map.of("kind", "HARD_FREEZE", "services", ReleaseDriver.service(key), "start",
                local(start, -1), "end", local(start, 2), "act", "rehearse");
        Document page = Jsoup.parse(manager.post(NEW, fields(freeze)).body());
        assertThat(page.select("h1").text()).isEqualTo("Freeze rehearsal");
        assertThat(page.select("tr:contains(" + key + ")").text()).contains("Blocked", "Would be hit");
        assertThat(page.select("input[name=name]").val()).isEqualTo(this.name);
        assertThat(manager.page("/schedule?kind=HARD_FREEZE").text()).doesNotContain(this.name);
        assertThat(Jsoup.parse(manager.post(NEW, fields(Map.of("act", "back"))).body()).select("#name").val())
            .isEqualTo(this.name);
    }

    @Test
    void asksForAnExceptionOnItsOwnPage() {
        String key = this.driver.register("Cannot wait");
        Visitor manager = new Visitor(this.port).signIn("release-manager");
        manager.get("/schedule/periods/new");
        String address = location(manager.post(NEW, fields(Map.of("kind", "HARD_FREEZE"))));
        String freeze = address.substring(address.lastIndexOf('/') + 1);
        Visitor auditor = new Visitor(this.port).signIn("auditor");
        assertThat(auditor.get("/schedule/exceptions/new?release=" + key).statusCode()).isEqualTo(403);
        assertThat(auditor.page("/schedule/exceptions?release=" + key).text()).contains("No exception was requested");
        assertThat(auditor.get("/schedule/exceptions?release=NOSUCH-1").statusCode()).isEqualTo(404);
        assertThat(manager.page("/schedule/exceptions/new?release=" + key).text()).contains(this.name);
        HttpResponse<String> answer = manager.post("/schedule/exceptions", "release", key, "reason", "", "expiresAt",
                local(this.clock.instant(), -60));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Choose the freeze");
        answer = manager.post("/schedule/exceptions", "release", key, "freezes", freeze, "reason", "The law.",
                "expiresAt", "2020-01-01T10:00");
        assertThat(answer.body()).contains("This time has passed", "The law.");
        LocalDateTime expiry = LocalDateTime.ofInstant(this.clock.instant().plus(Duration.ofDays(2)), ZoneOffset.UTC);
        answer = manager.post("/schedule/exceptions", "release", key, "freezes", freeze, "reason", "The law.",
                "expiresAt", expiry.truncatedTo(ChronoUnit.MINUTES).toString());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(auditor.page("/schedule/exceptions?release=" + key).text()).contains("Waits for its approvals",
                "The law.");
        assertThat(auditor.page(address).text()).contains(key);
        assertThat(manager.post("/schedule/exceptions/withdraw", "release", key).statusCode()).isEqualTo(302);
        assertThat(manager.page("/schedule/exceptions?release=" + key).text()).contains("Withdrawn");
    }

    @Test
    void offersAnExceptionThatCoversAnyStartWithinThePlannedTime() {
        String key = this.driver.register("Begins a minute late");
        this.driver.completePlan(key);
        ReleaseDetails plan = this.releases.get(key);
        Duration length = Duration.between(plan.plannedStart(), plan.plannedEnd());
        Visitor manager = new Visitor(this.port).signIn("release-manager");
        manager.get("/schedule/periods/new");
        String address = location(
                manager.post(NEW, fields(Map.of("kind", "HARD_FREEZE", "services", ReleaseDriver.service(key), "start",
                        local(plan.plannedStart(), -60), "end", local(plan.plannedEnd(), 3 * 24 * 60)))));
        String offered = manager.page("/schedule/exceptions/new?release=" + key).select("#expiresAt").val();
        manager.post("/schedule/exceptions", "release", key, "freezes", address.substring(address.lastIndexOf('/') + 1),
                "reason", "The law.", "expiresAt", offered);
        this.driver.complete("change-authority", key, "approve-freeze-exception", "approve");
        this.driver.complete("service-owner", key, "approve-freeze-exception", "approve");
        for (Instant start : List.of(plan.plannedStart(), plan.plannedStart().plusSeconds(60),
                plan.plannedEnd().minusSeconds(1))) {
            Awaitility.await("a start at " + start)
                .until(() -> this.schedule
                    .judge(new DeploymentSlot(key, ReleaseType.MINOR, List.of(ReleaseDriver.service(key)), "production",
                            start, start.plus(length)), false, true)
                    .allowed());
        }
    }

    private String[] fields(Map<String, String> different) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("kind", "WINDOW", "name", this.name, "reason", "Because.",
                "owner", "release-manager", "services", "Unheard of", "environments", "", "zone", "Europe/Berlin",
                "start", local(this.clock.instant(), 60), "end", local(this.clock.instant(), 120), "repeat", "ONCE"));
        all.putAll(different);
        List<String> fields = new ArrayList<>();
        all.forEach((field, value) -> fields.addAll(List.of(field, value)));
        return fields.toArray(String[]::new);
    }

    private static String local(Instant at, int minutes) {
        return LocalDateTime.ofInstant(at.plus(Duration.ofMinutes(minutes)), ZoneId.of("Europe/Berlin"))
            .truncatedTo(ChronoUnit.MINUTES)
            .toString();
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

}
