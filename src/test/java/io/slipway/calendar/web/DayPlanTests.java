package io.slipway.calendar.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

import io.slipway.calendar.CalendarItem;
import io.slipway.calendar.ItemKind;
import io.slipway.calendar.web.DayEntry.Band;
import io.slipway.calendar.web.DayEntry.Part;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How items lie in days: over daylight changes, year ends and more than there is room
 * for.
 */
class DayPlanTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void showsWholeWeeksAroundAMonth() {
        List<CalendarDay> days = plan(CalendarView.MONTH, "2026-11-23", BERLIN);
        assertThat(days).hasSize(42);
        assertThat(days.get(0).date()).isEqualTo("2026-10-26");
        assertThat(days.get(0).inside()).isFalse();
        assertThat(days.get(41).date()).isEqualTo("2026-12-06");
        assertThat(days.stream().filter(CalendarDay::today).map(CalendarDay::date)).containsExactly(TODAY);
        assertThat(DayPlan.weeks(days)).extracting(CalendarWeek::number).containsExactly(44, 45, 46, 47, 48, 49);
    }

    @Test
    void numbersWeeksOverTheEndOfTheYear() {
        List<CalendarDay> days = plan(CalendarView.MONTH, "2027-01-10", BERLIN);
        assertThat(days.get(0).date()).isEqualTo("2026-12-28");
        assertThat(DayPlan.weeks(days)).extracting(CalendarWeek::number).containsExactly(53, 1, 2, 3, 4);
        assertThat(new CalendarPeriod(CalendarView.WEEK, LocalDate.parse("2027-01-02"), BERLIN).week()).isEqualTo(53);
    }

    @Test
    void moveToThePeriodBeforeAndAfter() {
        CalendarPeriod january = new CalendarPeriod(CalendarView.MONTH, LocalDate.parse("2026-01-31"), BERLIN);
        assertThat(january.previous()).isEqualTo("2025-12-01");
        assertThat(january.next()).isEqualTo("2026-02-01");
        CalendarPeriod week = new CalendarPeriod(CalendarView.WEEK, LocalDate.parse("2026-12-31"), BERLIN);
        assertThat(week.next()).isEqualTo("2027-01-04");
        assertThat(week.title()).isEqualTo("28 December 2026 – 3 January 2027");
        CalendarPeriod agenda = new CalendarPeriod(CalendarView.AGENDA, LocalDate.parse("2026-12-31"), BERLIN);
        assertThat(agenda.previous()).isEqualTo("2026-12-17");
        assertThat(agenda.last()).isEqualTo("2027-01-13");
    }

    @Test
    void countTheHoursOfDaysOnWhichClocksChange() {
        assertThat(day("2026-03-29", BERLIN).hours()).isEqualTo(23);
        assertThat(day("2026-10-25", BERLIN).hours()).isEqualTo(25);
        assertThat(day("2026-10-26", BERLIN).odd()).isFalse();
        assertThat(day("2026-10-04", ZoneId.of("Australia/Lord_Howe")).hours()).isEqualTo(23.5);
        assertThat(day("2026-04-24", ZoneId.of("Africa/Cairo")).hours()).as("midnight is skipped").isEqualTo(23);
    }

    @Test
    void putAnItemOfTheRepeatedHourOnItsDay() {
        CalendarDay day = plan(CalendarView.AGENDA, "2026-10-25", BERLIN,
                item("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"),
                item("2026-10-25T22:30:00Z", "2026-10-25T23:00:00Z"))
            .get(0);
        assertThat(day.entries()).extracting(DayEntry::part).containsExactly(Part.WITHIN, Part.WITHIN);
        assertThat(day.entries().get(0).startTime()).isEqualTo("02:30");
        assertThat(day.entries().get(0).endTime()).as("an hour later by the clock on the wall").isEqualTo("02:30");
        assertThat(day.entries().get(1).startTime()).isEqualTo("23:30");
    }

    @Test
    void fillADayOf23HoursFromMidnightToMidnight() {
        List<CalendarDay> days = plan(CalendarView.AGENDA, "2026-03-28", BERLIN,
                item("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"));
        assertThat(days.get(0).empty()).isTrue();
        assertThat(days.get(1).entries()).extracting(DayEntry::part).containsExactly(Part.THROUGH);
        assertThat(days.get(1).entries().get(0).days()).isEqualTo(1);
        assertThat(days.get(2).empty()).isTrue();
    }

    @Test
    void showAnItemOnEachOfItsDays() {
        List<CalendarDay> days = plan(CalendarView.AGENDA, "2026-12-31", BERLIN,
                item("2026-12-30T20:00:00Z", "2027-01-02T05:00:00Z"));
        List<DayEntry> entries = days.stream().flatMap((day) -> day.entries().stream()).toList();
        assertThat(entries).extracting(DayEntry::part).containsExactly(Part.THROUGH, Part.THROUGH, Part.ENDS);
        assertThat(entries).extracting(DayEntry::number).containsExactly(2, 3, 4);
        assertThat(entries).allMatch(DayEntry::continued).allMatch((entry) -> entry.days() == 4);
        assertThat(entries).extracting(DayEntry::continues).containsExactly(true, true, false);
        assertThat(entries).extracting(DayEntry::band).containsOnly(Band.THROUGH);
    }

    @Test
    void showWhatSpansDaysAsOneBarInEachWeek() {
        for (CalendarView view : List.of(CalendarView.MONTH, CalendarView.WEEK)) {
            List<CalendarDay> days = plan(view, "2026-12-31", BERLIN,
                    item("2026-12-30T20:00:00Z", "2027-01-05T05:00:00Z"));
            assertThat(days.stream().flatMap((day) -> day.entries().stream())).isEmpty();
            CalendarDay wednesday = days.stream().filter((day) -> day.bars().size() == 1).findFirst().orElseThrow();
            assertThat(wednesday.date()).isEqualTo("2026-12-30");
            DayBar bar = wednesday.bars().get(0);
            assertThat(bar.length()).isEqualTo(5);
            assertThat(bar.last()).isEqualTo(5);
            assertThat(bar.part()).isTrue();
            assertThat(bar.continues()).isTrue();
            assertThat(bar.first().continued()).isFalse();
            assertThat(days.stream().filter((day) -> day.tiers() == 1 && day.date().isBefore(LocalDate.of(2027, 1, 4))))
                .hasSize(5)
                .allMatch((day) -> !day.empty());
        }
    }

    @Test
    void goOnWithABarInTheNextWeek() {
        List<CalendarDay> days = plan(CalendarView.MONTH, "2026-11-01", BERLIN,
                item("2026-11-05T20:00:00Z", "2026-11-17T05:00:00Z"));
        assertThat(days).flatExtracting(CalendarDay::bars).extracting(DayBar::length).containsExactly(4, 7, 2);
        assertThat(days).flatExtracting(CalendarDay::bars)
            .extracting(DayBar::continues)
            .containsExactly(true, true, false);
        assertThat(days).flatExtracting(CalendarDay::bars)
            .extracting((bar) -> bar.first().number())
            .containsExactly(1, 5, 12);
    }

    @Test
    void layBarsAboveEachOtherAndCountTheRest() {
        CalendarItem[] items = IntStream.range(0, 7)
            .mapToObj((number) -> item("2026-11-0%dT20:00:00Z".formatted(2 + number % 2), "2026-11-05T05:00:00Z"))
            .toArray(CalendarItem[]::new);
        List<CalendarDay> days = plan(CalendarView.MONTH, "2026-11-01", BERLIN, items);
        List<DayBar> bars = days.stream().flatMap((day) -> day.bars().stream()).toList();
        assertThat(bars).extracting(DayBar::tier).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        CalendarDay thursday = days.stream()
            .filter((day) -> day.date().equals(LocalDate.of(2026, 11, 5)))
            .findFirst()
            .orElseThrow();
        assertThat(thursday.tiers()).isEqualTo(5);
        assertThat(thursday.more()).isEqualTo(2);
        assertThat(thursday.quiet()).isFalse();
    }

    @Test
    void endAtMidnightWithoutTouchingTheNextDay() {
        List<CalendarDay> days = plan(CalendarView.WEEK, "2026-11-23", BERLIN,
                item("2026-11-23T21:00:00Z", "2026-11-23T23:00:00Z"));
        assertThat(days.get(0).entries()).extracting(DayEntry::part).containsExactly(Part.WITHIN);
        assertThat(days.get(0).entriesIn(Band.EVENING)).hasSize(1);
        assertThat(days.get(1).empty()).isTrue();
    }

    @Test
    void keepAnItemWithoutLength() {
        List<CalendarDay> days = plan(CalendarView.WEEK, "2026-11-23", BERLIN,
                item("2026-11-23T23:00:00Z", "2026-11-23T23:00:00Z"));
        assertThat(days.get(1).entries()).hasSize(1);
    }

    @Test
    void listItemsByPartsOfTheDay() {
        CalendarDay day = plan(CalendarView.WEEK, "2026-11-23", BERLIN,
                IntStream.of(1, 7, 13, 22)
                    .mapToObj((hour) -> item(Instant.parse("2026-11-22T23:00:00Z").plus(Duration.ofHours(hour)), 30))
                    .toArray(CalendarItem[]::new))
            .get(0);
        assertThat(day.entries()).extracting(DayEntry::band)
            .containsExactly(Band.NIGHT, Band.MORNING, Band.AFTERNOON, Band.EVENING);
    }

    @Test
    void keepTheMostImportantAndCountTheRest() {
        CalendarItem[] items = IntStream.range(0, 40)
            .mapToObj((number) -> item(Instant.parse("2026-11-24T20:00:00Z").minus(Duration.ofMinutes(number)), 30))
            .toArray(CalendarItem[]::new);
        CalendarDay day = plan(CalendarView.MONTH, "2026-11-01", BERLIN, items).get(29);
        assertThat(day.date()).isEqualTo("2026-11-24");
        assertThat(day.entries()).extracting(DayEntry::item)
            .containsExactly(items[0], items[1], items[2], items[3], items[4]);
        assertThat(day.more()).isEqualTo(35);
        CalendarDay first = plan(CalendarView.AGENDA, "2026-11-24", BERLIN, items).get(0);
        assertThat(first.more()).isZero();
        assertThat(first.entries().get(0).item()).as("by time").isEqualTo(items[39]);
    }

    private static CalendarDay day(String date, ZoneId zone) {
        return plan(CalendarView.AGENDA, date, zone).get(0);
    }

    private static List<CalendarDay> plan(CalendarView view, String date, ZoneId zone, CalendarItem... items) {
        return DayPlan.of(new CalendarPeriod(view, LocalDate.parse(date), zone), List.of(items), TODAY);
    }

    private static CalendarItem item(String start, String end) {
        return new CalendarItem(ItemKind.RELEASE, "release-PAY-1", "PAY-1", Instant.parse(start), Instant.parse(end),
                "Payments", List.of("Payments"), List.of(), "", null, null, List.of(), "/releases/PAY-1", 0);
    }

    private static CalendarItem item(Instant start, int minutes) {
        return item(start.toString(), start.plus(Duration.ofMinutes(minutes)).toString());
    }

}
