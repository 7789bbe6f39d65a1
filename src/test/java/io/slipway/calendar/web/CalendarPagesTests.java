package io.slipway.calendar.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.slipway.calendar.PlannedTimes;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.schedule.PeriodKind;
import io.slipway.test.SlipwayTest;
import io.slipway.test.StatementCounter;
import io.slipway.test.Visitor;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of the calendar over HTTP, for somebody in Berlin, in a spring that no other
 * test plans for.
 */
@SlipwayTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarPagesTests {

    private static final String HOSTILE = "<img src=x onerror=alert(1)> & \"Söhne\"";

    @LocalServerPort
    int port;

    @Autowired
    PlannedTimes times;

    @Autowired
    SomePerson somePerson;

    @Autowired
    StatementCounter counter;

    @Autowired
    JdbcClient jdbc;

    private Visitor visitor;

    @BeforeAll
    void plan() {
        this.visitor = new Visitor(this.port).signIn(this.somePerson.with(Role.AUDITOR));
        release("CAL-1", "Spring cards", "Lanterns", "2028-03-25T21:00:00Z", "2028-03-26T03:00:00Z");
        release("CAL-2", HOSTILE, "Sails & Söhne", "2028-03-28T08:00:00Z", "2028-03-28T09:30:00Z");
        release("CAL-3", "Given up", "Lanterns", "2028-03-28T08:00:00Z", "2028-03-28T09:30:00Z");
        this.times.stands("CAL-3", "PLAN", "CANCELLED");
        release("CAL-4", "Being watched", "Lanterns", "2028-03-10T08:00:00Z", "2028-03-10T09:00:00Z");
        this.times.stands("CAL-4", "EARLY_LIFE_SUPPORT", "OPEN");
        this.jdbc.sql("""
                insert into support_periods (version, release_key, started_at, ends_at, status, priority1, priority2,
                       priority3, priority4, handover_accepted)
                values (0, 'CAL-4', '2028-03-29 12:00:00', '2028-04-05 12:00:00', 'WATCHING', 0, 0, 0, 0, false)""")
            .update();
    }

    private void release(String key, String name, String service, String start, String end) {
        this.times.release(key, name, service, Instant.parse(start), Instant.parse(end));
    }

    @Test
    void areForPeopleWhoAreSignedIn() {
        for (String path : List.of("/calendar", "/calendar?view=week", "/calendar/collisions",
                "/calendar/subscriptions")) {
            assertThat(new Visitor(this.port).get(path).statusCode()).as(path).isEqualTo(302);
        }
    }

    @Test
    void showAMonthAsATable() {
        Document page = this.visitor.page("/calendar?view=month&date=2028-03-15&kind=RELEASES&kind=SUPPORT");
        assertThat(page.select("#period").text()).isEqualTo("March 2028");
        assertThat(page.select("table.month thead th").eachText()).containsExactly("Week", "Monday", "Tuesday",
                "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
        assertThat(page.select("table.month tbody th").eachText()).containsExactly("Week 9", "Week 10", "Week 11",
                "Week 12", "Week 13");
        assertThat(day(page, "Saturday 25 March"))
            .contains("Release CAL-1 25 Mar 2028, 22:00 – 26 Mar 2028, 05:00 CEST")
            .doesNotContain("day 1 of");
        assertThat(day(page, "Sunday 26 March"))
            .contains("23 hours: clocks change", "Support planned CAL-1 26 Mar 2028, 05:00 –", "day 1 of 4")
            .doesNotContain("Release CAL-1");
        assertThat(day(page, "Monday 27 March")).contains("Support planned CAL-1 26 Mar", "days 2 to 4 of 4");
        assertThat(day(page, "Wednesday 29 March")).doesNotContain("CAL-1").contains("Support CAL-4");
        assertThat(page.text()).doesNotContain("CAL-3");
        assertThat(page.select("a.entry").eachAttr("href")).contains("/releases/CAL-1", "/releases/CAL-2");
        assertThat(page.select("a[rel=next]").attr("href"))
            .isEqualTo("/calendar?view=month&date=2028-04-01&kind=RELEASES&kind=SUPPORT");
        assertThat(page.select("a[rel=prev]").attr("href"))
            .isEqualTo("/calendar?view=month&date=2028-02-01&kind=RELEASES&kind=SUPPORT");
    }

    @Test
    void markToday() {
        Document page = this.visitor.page("/calendar?view=month");
        assertThat(page.select("td.day-today[aria-current=date] .day-mark").text()).isEqualTo("Today");
    }

    @Test
    void showAWeekByPartsOfTheDay() {
        Document page = this.visitor.page("/calendar?view=week&date=2028-03-28&kind=RELEASES&kind=SUPPORT");
        assertThat(page.select("#period").text()).isEqualTo("27 March 2028 – 2 April 2028 week 13");
        assertThat(page.select(".week-day h3").eachText()).hasSize(7).startsWith("Monday 27 March");
        assertThat(page.select(".week-day").get(1).select(".band").get(2).text())
            .isEqualTo("Morning, 06:00–12:00 Release CAL-2 10:00–11:30");
        assertThat(page.select(".week-day").get(1).select(".day-bars").text()).contains("Support planned CAL-2 28 Mar");
        assertThat(page.select(".day-bars a[href=/releases/CAL-2]").eachText()).as("one bar").hasSize(1);
    }

    @Test
    void showAnAgendaWithReasonsAndZones() {
        this.times.period(PeriodKind.HARD_FREEZE, "Quarter end", "Books are closed; <b>no</b> change",
                "America/New_York", "2028-03-30T18:00", "2028-04-01T06:00");
        this.times.period(PeriodKind.SOFT_FREEZE, "Quiet days", "Half of us are away", "Europe/Berlin",
                "2028-04-01T08:00", "2028-04-01T18:00");
        this.times.period(PeriodKind.WINDOW, "Evening window", "Every now and then", "Europe/Berlin",
                "2028-04-03T20:00", "2028-04-03T22:00");
        Document page = this.visitor.page("/calendar?view=agenda&date=2028-03-28");
        assertThat(page.select(".agenda-day h3").eachText()).startsWith("Tuesday 28 March 2028");
        assertThat(page.select(".agenda").text()).contains("CAL-2 " + HOSTILE, "Hard freeze", "Soft freeze", "Window",
                "recurs in the zone America/New_York", "Books are closed; <b>no</b> change", "day 2 of 2",
                "31 Mar 2028, 00:00 – 1 Apr 2028, 12:00");
        assertThat(page.select("main img, main b")).isEmpty();
        assertThat(this.visitor.page("/calendar?view=month&date=2028-04-01&kind=FREEZES")
            .select(".month .entry-kind")
            .eachText()).containsOnly("Hard freeze", "Soft freeze");
    }

    @Test
    void narrowByTheAddress() {
        assertThat(keys("service=Lanterns")).contains("CAL-1", "CAL-4").doesNotContain("CAL-2");
        assertThat(keys("service=Sails+%26+S%C3%B6hne&kind=RELEASES&kind=SUPPORT")).containsOnly("CAL-2");
        assertThat(keys("service=Lanterns&kind=RELEASES")).containsOnly("CAL-1", "CAL-4");
        assertThat(keys("service=Lanterns&kind=RELEASES&type=MAJOR")).isEmpty();
        assertThat(keys("kind=RELEASES&owner=release-manager&service=Lanterns")).containsOnly("CAL-1", "CAL-4");
        assertThat(keys("kind=RELEASES&owner=%40me")).isEmpty();
        Document none = this.visitor.page("/calendar?view=month&date=2028-03-15&kind=RELEASES&owner=%40me");
        assertThat(none.select(".empty-head").text()).isEqualTo("Nothing is planned here");
        assertThat(none.select("a[rel=next]").attr("href"))
            .isEqualTo("/calendar?view=month&date=2028-04-01&owner=%40me&kind=RELEASES");
        assertThat(none.select("select[name=owner] option[selected]").val()).isEqualTo("@me");
        assertThat(none.select("input[name=kind][checked]").eachAttr("value")).containsExactly("RELEASES");
    }

    @Test
    void showACalendarForAddressesThatMeanNothing() {
        for (String query : List.of("view=year&date=yesterday&type=TINY&kind=MOONS&owner=%27--", "date=9999-12-31",
                "date=0001-01-01&view=agenda", "date=2100-01-01", "service=" + "x".repeat(500),
                "service=%7Bone%7D%25&view=week")) {
            assertThat(this.visitor.get("/calendar?" + query).statusCode()).as(query).isEqualTo(200);
        }
    }

    @Test
    void nameWhatIsInTheWayAndTheNextFreeSlot() {
        release("CALX-1", "One", "Bows", "2027-08-10T08:00:00Z", "2027-08-10T10:00:00Z");
        release("CALX-2", "Two", "Bows", "2027-08-10T09:00:00Z", "2027-08-10T11:00:00Z");
        this.times.period(PeriodKind.WINDOW, "August window", "Every now and then", "Europe/Berlin", "2027-08-10T08:00",
                "2027-08-10T20:00");
        Document month = this.visitor.page("/calendar?view=month&date=2027-08-10&service=Bows&kind=RELEASES");
        assertThat(day(month, "Tuesday 10 August")).contains("Release CALX-1 10:00–12:00 ·",
                "Release CALX-2 11:00–13:00 ·");
        assertThat(month.select(".entry-clashes")).hasSize(2);
        assertThat(month.select("#collisions-title").text()).isEqualTo("2 releases have something in their way");
        assertThat(month.select(".collisions .entry-clash").text()).contains("CALX-1", "CALX-2", "Bows");
        String all = month.select("#collisions-title ~ a").attr("href");
        assertThat(all).isEqualTo("/calendar/collisions?view=month&date=2027-08-10&service=Bows&kind=RELEASES");
        Document page = this.visitor.page(all);
        assertThat(page.select(".entry-head a").eachText()).containsExactly("CALX-1", "CALX-2");
        assertThat(page.select("#collisions .entry-clash").text()).contains("CALX-2 deploys Bows too", "CALX-1");
        assertThat(page.select("#collisions .entry-slot")).hasSize(2);
        assertThat(this.visitor.page("/calendar/collisions?view=month&date=2027-10-09&service=Bows")
            .select(".empty-head")
            .text()).isEqualTo("Nothing is in the way");
        assertThat(this.visitor.page("/calendar?view=agenda&date=2027-08-10&service=Bows")
            .select(".agenda .entry-clash")
            .text()).contains("CALX-2");
    }

    @Test
    void showAScheduleFirst() {
        release("CALS-1", "One", "Rudders", "2027-09-07T08:00:00Z", "2027-09-07T10:00:00Z");
        release("CALS-2", "Two", "rudders", "2027-09-07T09:00:00Z", "2027-09-07T11:00:00Z");
        release("CALS-3", "Three", "Anchors", "2027-09-20T08:00:00Z", "2027-09-20T11:00:00Z");
        this.times.period(PeriodKind.HARD_FREEZE, "Autumn closing", "Books are closed", "Europe/Berlin",
                "2027-09-10T00:00", "2027-09-13T00:00");
        Document page = this.visitor.page("/calendar?date=2027-09-06");
        assertThat(page.select("#period").text()).isEqualTo("6 September 2027 – 3 October 2027");
        assertThat(page.select(".sched-name").eachText()).startsWith("All services").contains("Anchors", "Rudders");
        Element clash = Objects.requireNonNull(page.selectFirst(".sched-row:has(.sched-name:contains(Rudders)) .bar"));
        assertThat(clash.classNames()).contains("bar-RELEASE", "bar-clash", "at-6", "for-1");
        assertThat(clash.select(".bar-link").text()).contains("Release CALS-1 7 Sep 2027, 10:00 – 7 Sep 2027, 12:00");
        assertThat(clash.select(".bar-pop").text()).contains("CALS-2 deploys", "Move to 7 Sep 2027, 13:00");
        assertThat(page.select(".bar-HARD_FREEZE").attr("class")).contains("at-17 for-12");
        assertThat(page.select(".bar-PLANNED_SUPPORT")).isNotEmpty();
        Document places = this.visitor.page(page.select(".sched-corner a").attr("href"));
        assertThat(places.select(".sched-name").eachText()).startsWith("Everywhere").doesNotContain("Rudders");
        assertThat(
                this.visitor.page("/calendar?view=month&date=2027-09-06").select("table.month .entry-PLANNED_SUPPORT"))
            .isEmpty();
    }

    @Test
    void countWhatDoesNotFit() {
        for (int i = 1; i <= 7; i++) {
            release("CALM-" + i, "Many", "Crowds", "2028-02-08T0" + i + ":00:00Z", "2028-02-08T0" + i + ":30:00Z");
        }
        Document page = this.visitor.page("/calendar?view=month&date=2028-02-08&service=Crowds&kind=RELEASES");
        assertThat(day(page, "Tuesday 8 February")).contains("CALM-5", "2 more").doesNotContain("CALM-6");
        String more = page.select(".entry-rest").attr("href");
        assertThat(more).isEqualTo("/calendar?view=agenda&date=2028-02-08&service=Crowds&kind=RELEASES");
        assertThat(this.visitor.page(more).select(".entry-head a").eachText()).hasSize(7).endsWith("CALM-7");
    }

    @Test
    void issueAFewStatementsOnly() {
        for (String view : List.of("schedule", "month", "week", "agenda")) {
            String name = UUID.randomUUID().toString();
            this.visitor.get("/calendar?date=2028-03-28&view=" + view, StatementCounter.HEADER, name);
            assertThat(this.counter.of(name)).as(view).hasSizeLessThanOrEqualTo(20);
        }
    }

    private List<String> keys(String query) {
        return this.visitor.page("/calendar?view=month&date=2028-03-15&" + query).select(".entry-title").eachText();
    }

    private static String day(Document page, String name) {
        return page.select("table.month td")
            .stream()
            .filter((cell) -> cell.select(".day-name").text().equals(name))
            .findFirst()
            .orElseThrow()
            .text();
    }

}
