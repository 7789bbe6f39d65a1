package io.slipway.calendar.feed;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.slipway.calendar.PlannedTimes;
import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.identity.people.PersonManagement;
import io.slipway.identity.people.SomePerson;
import io.slipway.schedule.PeriodKind;
import io.slipway.test.SlipwayTest;
import io.slipway.test.StatementCounter;
import io.slipway.test.Visitor;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The feed as a calendar program reads it: by nothing but its address, which a person
 * made and revokes on a page.
 */
@SlipwayTest
class FeedTests {

    @LocalServerPort
    int port;

    @Autowired
    SomePerson somePerson;

    @Autowired
    PersonManagement people;

    @Autowired
    Acting acting;

    @Autowired
    PlannedTimes times;

    @Autowired
    StatementCounter counter;

    private final Instant soon = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(40));

    private String person;

    private Visitor owner;

    @BeforeEach
    void signIn() {
        this.person = this.somePerson.with(Role.STAKEHOLDER);
        this.owner = new Visitor(this.port).signIn(this.person);
    }

    @Test
    void answersAlikeForEveryAddressThatIsNotOne() {
        String revoked = make("Phone", "RELEASES");
        this.owner.page("/calendar/subscriptions");
        String revoke = this.owner.page("/calendar/subscriptions").select("form[action$=/revoke]").attr("action");
        assertThat(this.owner.post(revoke).statusCode()).isEqualTo(302);
        String disabled = make("Desk", "RELEASES");
        this.acting.asSystem(() -> this.people.disable(this.person));
        Map<String, List<String>> expected = null;
        for (String path : List.of(revoked, disabled, "/calendar/feed/" + "A".repeat(43) + ".ics",
                "/calendar/feed/x.ics", "/calendar/feed/%27%20or%201.ics")) {
            HttpResponse<String> answer = new Visitor(this.port).get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).isEmpty();
            Map<String, List<String>> headers = new java.util.TreeMap<>(answer.headers().map());
            headers.remove("date");
            assertThat(headers).as(path)
                .isEqualTo((expected != null) ? expected : headers)
                .doesNotContainKey("set-cookie");
            expected = headers;
        }
    }

    @Test
    void letsNobodyRevokeWhatIsSomebodyElses() {
        String path = make("Phone", "RELEASES");
        String revoke = this.owner.page("/calendar/subscriptions").select("form[action$=/revoke]").attr("action");
        Visitor other = new Visitor(this.port).signIn(this.somePerson.with(Role.ADMINISTRATOR));
        other.get("/calendar/subscriptions");
        assertThat(other.post(revoke).statusCode()).isEqualTo(404);
        assertThat(new Visitor(this.port).get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void showsAnAddressOnce() {
        Document page = made("Phone <b>", "RELEASES", "FREEZES");
        String address = page.select("input#feed").val();
        assertThat(address).matches("http://localhost:[0-9]+/calendar/feed/[A-Za-z0-9_-]{43}\\.ics");
        Document again = this.owner.page("/calendar/subscriptions");
        assertThat(again.html()).doesNotContain(address);
        assertThat(again.select("tbody th").text()).isEqualTo("Phone <b> Releases, Freezes");
        assertThat(again.select("tbody td").get(1).text()).isEqualTo("not yet");
        new Visitor(this.port).get(path(address));
        assertThat(this.owner.page("/calendar/subscriptions").select("tbody td").get(1).text()).isEqualTo("just now");
    }

    @Test
    void keepsWhatWasTypedWhenAnAddressIsRefused() {
        this.owner.get("/calendar/subscriptions");
        HttpResponse<String> answer = this.owner.post("/calendar/subscriptions", "name", "x".repeat(61), "layers",
                "WINDOWS");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Use at most 60 characters.", "x".repeat(61));
        assertThat(this.owner.post("/calendar/subscriptions", "name", "Phone").body()).contains("Choose at least one.");
    }

    @Test
    void tellsWhatIsPlannedAndWhatIsForbidden() throws Exception {
        String key = "FEED-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        String name = "Cards, coins; \"Söhne\" \\ <b>";
        this.times.release(key, name, "Feeds", this.soon, this.soon.plus(Duration.ofHours(3)));
        LocalDateTime local = LocalDateTime.ofInstant(this.soon, ZoneOffset.UTC);
        long freeze = this.times.period(PeriodKind.HARD_FREEZE, "Freeze of " + key, "Books, closed", "UTC",
                local.toString(), local.plusDays(2).toString());
        String path = make("Phone", "RELEASES", "FREEZES", "SUPPORT");
        HttpResponse<String> answer = new Visitor(this.port).get(path, "Accept", "*/*");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).get().asString().contains("private");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        Calendar calendar = new CalendarBuilder().build(new StringReader(answer.body()));
        assertThat(calendar.validate().hasErrors()).isFalse();
        Component release = event(calendar, "release-" + key).orElseThrow();
        assertThat(value(release, Property.SUMMARY)).isEqualTo("Release: " + key + " " + name);
        assertThat(value(release, Property.STATUS)).isEqualTo("TENTATIVE");
        assertThat(value(release, Property.DESCRIPTION)).contains("Minor release. Phase: Plan. State: Under way.",
                "Concerns: Feeds", "/releases/" + key);
        assertThat(value(release, Property.URL)).endsWith("/releases/" + key);
        Component frozen = event(calendar, "period-" + freeze + "-" + this.soon.getEpochSecond()).orElseThrow();
        assertThat(value(frozen, Property.TRANSP)).isEqualTo("TRANSPARENT");
        assertThat(value(frozen, Property.DESCRIPTION)).contains("Books, closed", "Recurs in the zone UTC");
        Component support = event(calendar, "support-" + key).orElseThrow();
        assertThat(value(support, Property.SUMMARY)).startsWith("Support planned: " + key);
        this.times.stands(key, "PLAN", "CANCELLED");
        Calendar later = read(path);
        Component cancelled = event(later, "release-" + key).orElseThrow();
        assertThat(value(cancelled, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(Integer.parseInt(value(cancelled, Property.SEQUENCE)))
            .isGreaterThan(Integer.parseInt(value(release, Property.SEQUENCE)));
        assertThat(event(later, "support-" + key)).isEmpty();
        Calendar windows = read(make("Windows", "WINDOWS"));
        assertThat(event(windows, "release-" + key)).isEmpty();
        assertThat(event(windows, "period-" + freeze + "-" + this.soon.getEpochSecond())).isEmpty();
    }

    @Test
    void answersNotModifiedUntilSomethingIs() {
        String key = "FEEE-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        this.times.release(key, "Etag", "Feeds", this.soon, this.soon.plus(Duration.ofHours(3)));
        String path = make("Phone", "RELEASES");
        // Jobs of other tests' releases, which are in the feed as well, may still be
        // under way.
        Awaitility.await().pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertNotModified(path, tag(path)));
        String etag = tag(path);
        this.times.stands(key, "BUILD", "OPEN");
        assertThat(new Visitor(this.port).get(path, "If-None-Match", etag).statusCode()).isEqualTo(200);
    }

    private String tag(String path) {
        return new Visitor(this.port).get(path).headers().firstValue("ETag").orElseThrow();
    }

    private void assertNotModified(String path, String etag) {
        for (String known : List.of(etag, etag.substring("W/".length()), "\"other\", " + etag)) {
            HttpResponse<String> answer = new Visitor(this.port).get(path, "If-None-Match", known);
            assertThat(answer.statusCode()).as(known).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().allValues("ETag")).containsExactly(etag);
        }
    }

    @Test
    void saysWhetherADeploymentMayStartNow() throws Exception {
        String key = "FEER-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        this.times.release(key, "Soon", "Feeds " + key, now.plus(Duration.ofHours(3)), now.plus(Duration.ofHours(4)));
        this.times.release(key + "B", "Later", "Feeds " + key, now.plus(Duration.ofHours(3)),
                now.plus(Duration.ofHours(4)));
        String path = make("Phone", "RELEASES");
        assertThat(this.owner.post("/me/zone", "zone", "W. Europe Standard Time").statusCode()).isEqualTo(302);
        String description = value(event(read(path), "release-" + key).orElseThrow(), Property.DESCRIPTION);
        assertThat(description).contains("May I deploy now? No. ", "In the way: ", key + "B");
        assertThat(description.lines().filter((line) -> line.startsWith("In the way: "))).singleElement()
            .asString()
            .contains("(Europe/Berlin)")
            .doesNotContain("UTC");
    }

    @Test
    void slowsAProgramGoneWild() {
        String path = make("Phone", "WINDOWS");
        Visitor program = new Visitor(this.port);
        for (int i = 0; i < 60; i++) {
            assertThat(program.get(path).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> answer = program.get(path);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("600");
    }

    @Test
    void needsAFewStatementsAndNoSession() {
        String path = make("Phone", "WINDOWS", "FREEZES", "SUPPORT");
        new Visitor(this.port).get(path);
        String name = UUID.randomUUID().toString();
        new Visitor(this.port).get(path, StatementCounter.HEADER, name);
        assertThat(this.counter.of(name)).hasSizeLessThanOrEqualTo(8)
            .noneMatch((sql) -> sql.toLowerCase().contains("spring_session"));
        assertThat(this.owner.post(path).statusCode()).as("it is for reading").isEqualTo(405);
    }

    private String make(String name, String... layers) {
        return path(made(name, layers).select("input#feed").val());
    }

    private Document made(String name, String... layers) {
        this.owner.get("/calendar/subscriptions");
        String[] fields = new String[2 + 2 * layers.length];
        fields[0] = "name";
        fields[1] = name;
        for (int i = 0; i < layers.length; i++) {
            fields[2 + 2 * i] = "layers";
            fields[3 + 2 * i] = layers[i];
        }
        HttpResponse<String> answer = this.owner.post("/calendar/subscriptions", fields);
        assertThat(answer.statusCode()).isEqualTo(302);
        return this.owner.page("/calendar/subscriptions");
    }

    private Calendar read(String path) throws Exception {
        return new CalendarBuilder().build(new StringReader(new Visitor(this.port).get(path).body()));
    }

    private static Optional<Component> event(Calendar calendar, String id) {
        return calendar.getComponents(Component.VEVENT)
            .stream()
            .map(Component.class::cast)
            .filter((event) -> value(event, Property.UID).equals(id + "@localhost"))
            .findFirst();
    }

    private static String value(Component event, String property) {
        return event.getProperty(property).map(Property::getValue).orElseThrow();
    }

    private static String path(String address) {
        return address.substring(address.indexOf("/calendar/feed/"));
    }

}
