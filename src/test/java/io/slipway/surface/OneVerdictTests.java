package io.slipway.surface;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.identity.Acting;
import io.slipway.planning.collision.Collision;
import io.slipway.planning.collision.CollisionKind;
import io.slipway.planning.collision.CollisionManagement;
import io.slipway.planning.collision.CollisionReport;
import io.slipway.policy.ReleaseType;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requirement: whether a release can be deployed as planned, and why not, is answered
 * alike wherever it is asked: page, list, decision, interface, calendar and mail, over
 * generated plans, windows and freezes.
 */
@SlipwayTest
class OneVerdictTests {

    private static final int RELEASES = 12;

    /** Within so many hours they are planned. */
    private static final int HOURS = 160;

    private static final String MANAGER = "release-manager";

    private static final String SERVICE = "One verdict";

    private final Random random = new Random(13);

    private final List<Long> made = new ArrayList<>();

    private final SoftAssertions softly = new SoftAssertions();

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    CollisionManagement collisions;

    @Autowired
    PeriodManagement periods;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    private LocalDateTime begin;

    private Visitor reader;

    private Caller tool;

    @BeforeEach
    void read() {
        LocaleContextHolder.setTimeZone(TimeZone.getTimeZone("UTC"));
        this.begin = LocalDateTime.ofInstant(this.clock.instant().truncatedTo(ChronoUnit.DAYS), ZoneOffset.UTC)
            .plusDays(300);
        this.reader = new Visitor(this.port).signIn("stakeholder");
        this.tool = Caller.basic(this.port, "auditor");
    }

    @AfterEach
    void endPeriods() {
        this.made.forEach((id) -> this.acting.as(MANAGER, () -> this.periods.end(id, "Seen enough.")));
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void isGivenEverywhere() {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < RELEASES; i++) {
            keys.add(planned(i));
        }
        period(PeriodKind.WINDOW, "Open hours", 20, 32, "FREQ=DAILY");
        for (PeriodKind kind : List.of(PeriodKind.HARD_FREEZE, PeriodKind.SOFT_FREEZE)) {
            int from = this.random.nextInt(HOURS - 60);
            period(kind, "Generated " + kind, from, from + this.random.nextInt(30, 60), "");
        }
        List<String> submitted = keys.stream().filter((key) -> this.random.nextInt(3) > 0).toList();
        submitted.forEach(this::submit);
        Map<String, List<Collision>> seen = everywhere(keys);
        submitted.forEach((key) -> forWhoDecides(key, seen.get(key)));
        Map<String, List<Collision>> unvoted = whileNobodyVotes(() -> everywhere(keys));
        this.softly.assertAll();
        assertThat(kinds(seen)).contains(CollisionKind.FREEZE, CollisionKind.WINDOW, CollisionKind.SERVICE)
            .doesNotContain(CollisionKind.NO_VOTE);
        assertThat(seen.values().stream().flatMap(List::stream)).extracting(Collision::blocking).contains(true, false);
        assertThat(blocked(seen)).as("those that cannot be as planned").isBetween(3L, RELEASES - 3L);
        assertThat(submitted.size()).as("decided and drafts").isBetween(2, RELEASES - 2);
        assertThat(Collections.frequency(kinds(unvoted), CollisionKind.NO_VOTE)).isBetween(2, RELEASES - 2);
    }

    private Map<String, List<Collision>> everywhere(List<String> keys) {
        Map<String, List<Collision>> together = this.collisions.of(keys);
        Map<String, Instant> free = this.collisions.nextFree(this.begin.toInstant(ZoneOffset.UTC),
                this.begin.plusDays(14).toInstant(ZoneOffset.UTC), keys);
        Map<String, List<Collision>> seen = new TreeMap<>();
        for (String key : keys) {
            ReleaseDetails release = this.releases.get(key);
            CollisionReport report = this.collisions.of(release);
            List<Collision> found = report.collisions();
            if (report.any()) {
                this.softly.assertThat(free.get(key)).as("next free: %s", key).isEqualTo(report.nextFree());
            }
            seen.put(key, found);
            alike("all at once", key, together.getOrDefault(key, List.of()), found);
            Instant start = Objects.requireNonNull(release.plannedStart());
            alike("at its begin", key,
                    this.collisions.between(start, start.plusSeconds(60)).getOrDefault(key, List.of()), found);
            onPages(release, found);
            onInterface(key, found);
        }
        return seen;
    }

    /** The change authority is away until half of the releases shall have begun. */
    private <T> T whileNobodyVotes(Supplier<T> act) {
        this.jdbc.sql("""
                insert into absences (person_id, from_at, until_at, reason, version)
                select distinct person_id, :from, :until, 'No verdict', 0
                  from person_roles where role = 'change-authority'""")
            .param("from", this.clock.instant().minusSeconds(60))
            .param("until", this.begin.plusHours(HOURS / 2))
            .update();
        try {
            return act.get();
        }
        finally {
            this.jdbc.sql("delete from absences where reason = 'No verdict'").update();
        }
    }

    private void alike(String where, String key, List<Collision> there, List<Collision> found) {
        this.softly.assertThat(said(there)).as("%s: %s", where, key).isEqualTo(said(found));
    }

    private void onPages(ReleaseDetails release, List<Collision> found) {
        String key = release.key();
        String first = blocking(found);
        String now = this.reader.page("/releases/" + key).select(".release-now").text();
        this.softly.assertThat(now.contains("cannot")).as("page: %s %s", key, now).isEqualTo(!first.isEmpty());
        this.softly.assertThat(now).as("page: %s", key).contains(first);
        this.softly.assertThat(this.reader.page("/releases?text=" + key).select(".flag-bad").eachAttr("title"))
            .as("list: %s", key)
            .isEqualTo(first.isEmpty() ? List.of() : List.of(first));
        Instant start = Objects.requireNonNull(release.plannedStart());
        Element entry = this.reader
            .page("/calendar?view=agenda&kind=RELEASES&date=" + start.toString().substring(0, 10))
            .selectFirst(".entry-line:has(.entry-head a[href=/releases/" + key + "])");
        List<String> onCalendar = Objects.requireNonNull(entry).select(".entry-clash > span").eachText();
        this.softly.assertThat(onCalendar)
            .as("calendar: %s", key)
            .isEqualTo(found.stream()
                .limit(5)
                .map((one) -> (one.blocking() ? "Collides " : "Take care ") + one.reason() + " " + one.with())
                .toList());
    }

    private void onInterface(String key, List<Collision> found) {
        JsonNode planned = json(this.tool.get("/api/v1/releases/" + key + "/readiness").body()).path("planned");
        this.softly.assertThat(planned.path("possible").asBoolean())
            .as("interface: %s", key)
            .isEqualTo(blocking(found).isEmpty());
        this.softly.assertThat(planned.path("collisions").findValuesAsText("reason"))
            .as("interface: %s", key)
            .isEqualTo(found.stream().map(Collision::reason).toList());
    }

    /** The page of the task, and what was told of it. */
    private void forWhoDecides(String key, List<Collision> found) {
        String task = this.driver.await(key, "approve-plan").id();
        Element fact = Objects
            .requireNonNull(this.reader.page("/tasks/" + task).selectFirst(".deciding-fact:contains(Planned time)"));
        String weight = found.isEmpty() ? "good" : blocking(found).isEmpty() ? "warn" : "bad";
        String first = found.isEmpty() ? "" : found.get(0).reason();
        String said = fact.select(".deciding-reason").text();
        this.softly.assertThat(fact.classNames()).as("decision: %s", key).contains("deciding-" + weight);
        this.softly.assertThat(said).as("decision: %s", key).contains(first);
        String told = Awaitility.await()
            .until(() -> this.jdbc.sql("select facts from notifications where matter = :matter limit 1")
                .param("matter", "task-opened:" + task)
                .query(String.class)
                .optional(), Optional::isPresent)
            .orElseThrow();
        List<String> decides = new ArrayList<>();
        json(told).forEach((one) -> {
            if (one.path("label").asText().equals("decides") && one.path("text").asText().startsWith("Planned time")) {
                decides.add(one.path("text").asText());
            }
        });
        this.softly.assertThat(decides)
            .as("mail: %s", key)
            .isEqualTo(found.isEmpty() ? List.of() : List.of("Planned time: " + said));
    }

    /** A release at some hours of a week, whose service is written in some way. */
    private String planned(int number) {
        String key = this.driver.register("Verdict " + number);
        ReleaseType type = ReleaseType.values()[number % ReleaseType.values().length];
        LocalDateTime start = this.begin.plusHours(this.random.nextInt(HOURS));
        this.driver.complete(MANAGER, key, "complete-plan", "save", "type", type.name(), "scope", "Generated.",
                "services", List.of((this.random.nextInt(3) == 0) ? SERVICE.toUpperCase(Locale.ROOT) : SERVICE),
                "plannedStart", start.toString(), "plannedEnd", start.plusHours(this.random.nextInt(1, 6)).toString(),
                "rollbackCriteria", "Errors.", "rollbackPlan", "Back.", "communicationPlan", "Mail.", "supportDays",
                "14", "approvers", List.of("stakeholder", "stakeholder-2"));
        return key;
    }

    private void submit(String key) {
        this.driver.complete(MANAGER, key, "complete-plan", "submit");
        this.driver.await(key, "approve-plan");
    }

    private void period(PeriodKind kind, String name, int from, int until, String rule) {
        PeriodDraft draft = new PeriodDraft(kind, name, "Because.", MANAGER,
                new PeriodScope(List.of(SERVICE), List.of(), List.of()), "UTC", this.begin.plusHours(from),
                this.begin.plusHours(until), rule, null, List.of());
        this.made.add(this.acting.as(MANAGER, () -> this.periods.create(draft)));
    }

    private JsonNode json(String text) {
        try {
            return this.json.readTree(text);
        }
        catch (JsonProcessingException ex) {
            throw new AssertionError(text, ex);
        }
    }

    private static List<CollisionKind> kinds(Map<String, List<Collision>> found) {
        return found.values().stream().flatMap(List::stream).map(Collision::kind).toList();
    }

    private static long blocked(Map<String, List<Collision>> found) {
        return found.values().stream().filter((some) -> some.stream().anyMatch(Collision::blocking)).count();
    }

    private static String blocking(List<Collision> found) {
        return found.stream().filter(Collision::blocking).findFirst().map(Collision::reason).orElse("");
    }

    private static List<String> said(List<Collision> found) {
        return found.stream().map((one) -> one.kind() + " " + one.blocking() + " " + one.reason()).toList();
    }

}
