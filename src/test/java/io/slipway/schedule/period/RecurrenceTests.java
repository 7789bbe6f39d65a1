package io.slipway.schedule.period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import io.slipway.schedule.Interval;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When rules recur: over changes of the clocks, midnights, ends of months and years.
 */
class RecurrenceTests {

    @Test
    void keepsItsWallTimeOverTheChangeInSpring() {
        assertThat(expand("Europe/Berlin", "2026-03-27T22:00", 8 * 60, "FREQ=DAILY", "2026-03-27", "2026-03-30"))
            .containsExactly(times("2026-03-27T21:00:00Z", "2026-03-28T05:00:00Z"),
                    times("2026-03-28T21:00:00Z", "2026-03-29T04:00:00Z"),
                    times("2026-03-29T20:00:00Z", "2026-03-30T04:00:00Z"));
    }

    @Test
    void keepsItsWallTimeOverTheChangeInAutumn() {
        assertThat(expand("Europe/Berlin", "2026-10-24T22:00", 8 * 60, "FREQ=DAILY", "2026-10-24", "2026-10-26"))
            .containsExactly(times("2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z"),
                    times("2026-10-25T21:00:00Z", "2026-10-26T05:00:00Z"));
    }

    @Test
    void beginsAtTheChangeWhereItsStartIsSkipped() {
        assertThat(expand("Europe/Berlin", "2026-03-28T02:30", 45, "FREQ=DAILY", "2026-03-28", "2026-03-31"))
            .containsExactly(times("2026-03-28T01:30:00Z", "2026-03-28T02:15:00Z"),
                    times("2026-03-29T01:00:00Z", "2026-03-29T01:15:00Z"),
                    times("2026-03-30T00:30:00Z", "2026-03-30T01:15:00Z"));
    }

    @Test
    void leavesOutWhatIsSkippedWholly() {
        assertThat(expand("Europe/Berlin", "2026-03-28T02:10", 40, "FREQ=DAILY", "2026-03-28", "2026-03-31"))
            .extracting(Interval::start)
            .containsExactly(Instant.parse("2026-03-28T01:10:00Z"), Instant.parse("2026-03-30T00:10:00Z"));
    }

    @Test
    void coversBothOfTheTimesThatComeTwice() {
        assertThat(expand("Europe/Berlin", "2026-10-25T02:00", 60, "", "2026-10-20", "2026-10-30"))
            .containsExactly(times("2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z"));
    }

    @Test
    void knowsAChangeOfHalfAnHour() {
        assertThat(expand("Australia/Lord_Howe", "2026-10-03T01:00", 120, "FREQ=DAILY", "2026-10-02", "2026-10-05"))
            .containsExactly(times("2026-10-02T14:30:00Z", "2026-10-02T16:30:00Z"),
                    times("2026-10-03T14:30:00Z", "2026-10-03T16:00:00Z"),
                    times("2026-10-04T14:00:00Z", "2026-10-04T16:00:00Z"));
    }

    @Test
    void knowsAChangeAtMidnight() {
        assertThat(expand("America/Sao_Paulo", "2018-11-03T00:00", 120, "FREQ=DAILY", "2018-11-03", "2018-11-05"))
            .containsExactly(times("2018-11-03T03:00:00Z", "2018-11-03T05:00:00Z"),
                    times("2018-11-04T03:00:00Z", "2018-11-04T04:00:00Z"));
    }

    @Test
    void crossesTheYearAndBothSidesOfTheDateLine() {
        assertThat(expand("Pacific/Auckland", "2026-12-31T22:00", 240, "", "2026-01-01", "2027-12-31"))
            .containsExactly(times("2026-12-31T09:00:00Z", "2026-12-31T13:00:00Z"));
        assertThat(expand("Pacific/Honolulu", "2026-12-31T22:00", 240, "", "2026-01-01", "2027-12-31"))
            .containsExactly(times("2027-01-01T08:00:00Z", "2027-01-01T12:00:00Z"));
    }

    @Test
    void recursOnLeapDaysOnly() {
        assertThat(expand("UTC", "2028-02-29T00:00", 60, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2028-01-01",
                "2037-01-01"))
            .extracting((time) -> time.start().toString().substring(0, 10))
            .containsExactly("2028-02-29", "2032-02-29", "2036-02-29");
    }

    @Test
    void recursOnTheLastFridayOfEachMonth() {
        assertThat(expand("UTC", "2026-01-30T18:00", 60, "FREQ=MONTHLY;BYDAY=-1FR", "2026-01-01", "2026-05-01"))
            .extracting((time) -> time.start().toString().substring(0, 10))
            .containsExactly("2026-01-30", "2026-02-27", "2026-03-27", "2026-04-24");
    }

    @Test
    void leavesOutSkippedDatesAndEndsAfterItsLastStart() {
        Recurrence recurrence = new Recurrence(ZoneId.of("UTC"), at("2026-05-01T08:00"), 60, "FREQ=DAILY",
                at("2026-05-04T08:00"), Set.of(LocalDate.parse("2026-05-02")));
        assertThat(recurrence.occurrences(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z")))
            .extracting((time) -> time.start().toString().substring(0, 10))
            .containsExactly("2026-05-01", "2026-05-03", "2026-05-04");
    }

    @Test
    void countsFromItsFirstStartWhereverTheReadingBegins() {
        assertThat(expand("UTC", "2026-05-01T08:00", 60, "FREQ=DAILY;COUNT=3", "2026-05-02", "2026-06-01"))
            .extracting((time) -> time.start().toString().substring(0, 10))
            .containsExactly("2026-05-02", "2026-05-03");
    }

    private static List<Interval> expand(String zone, String start, int minutes, String rule, String from, String to) {
        return new Recurrence(ZoneId.of(zone), at(start), minutes, rule, null, Set.of())
            .occurrences(Instant.parse(from + "T00:00:00Z"), Instant.parse(to + "T00:00:00Z"));
    }

    private static LocalDateTime at(String text) {
        return LocalDateTime.parse(text);
    }

    private static Interval times(String start, String end) {
        return new Interval(Instant.parse(start), Instant.parse(end));
    }

}
