package io.slipway.ui.axis;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * An axis is even in time, marked where people's clocks are, and readable for a minute as
 * for years.
 */
class TimeAxisTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void skipsTheHourThatTheClocksSkip() {
        TimeAxis axis = axis("2026-03-28T23:00:00Z", "2026-03-29T05:00:00Z", BERLIN);
        assertThat(axis.ticks()).extracting(Tick::label)
            .containsExactly("00:00", "01:00", "03:00", "04:00", "05:00", "06:00", "07:00");
        assertEven(axis.ticks(), 1);
    }

    @Test
    void isEvenThroughTheHourThatComesTwice() {
        TimeAxis axis = axis("2026-10-24T22:00:00Z", "2026-10-25T04:00:00Z", BERLIN);
        List<Tick> ticks = axis.ticks();
        assertThat(ticks).extracting(Tick::label).containsExactly("00:00", "01:00", "02:00", "03:00", "04:00", "05:00");
        assertThat(ticks.get(3).x() - ticks.get(2).x()).isCloseTo(2 * (ticks.get(1).x() - ticks.get(0).x()),
                within(0.3));
    }

    @Test
    void marksMidnightsOfShortAndLongDays() {
        List<Tick> spring = axis("2026-03-27T23:00:00Z", "2026-03-30T22:00:00Z", BERLIN).ticks();
        assertThat(spring).extracting(Tick::label).allMatch((label) -> label.equals("00:00") || label.equals("12:00"));
        assertThat(spring).extracting(Tick::day)
            .filteredOn((day) -> !day.isEmpty())
            .containsExactly("28 Mar 2026", "29 Mar 2026", "30 Mar 2026", "31 Mar 2026");
        TimeAxis axis = axis("2026-10-23T22:00:00Z", "2026-10-31T23:00:00Z", BERLIN);
        List<Tick> days = axis.ticks();
        assertThat(days.get(2).x() - days.get(1).x()).isGreaterThan(days.get(1).x() - days.get(0).x());
    }

    @Test
    void hasRoomForWhatTookNoTime() {
        TimeAxis axis = axis("2026-11-23T09:00:00Z", "2026-11-23T09:00:00Z", BERLIN);
        assertThat(axis.x(axis.from())).isEqualTo(100);
        assertThat(axis.right()).isEqualTo(900);
        assertThat(axis.ticks()).isNotEmpty();
    }

    @Test
    void marksSecondsOfAMinute() {
        TimeAxis axis = axis("2026-11-23T09:00:00Z", "2026-11-23T09:01:00Z", BERLIN);
        assertThat(axis.ticks()).extracting(Tick::label)
            .containsExactly("10:00:00", "10:00:15", "10:00:30", "10:00:45", "10:01:00");
        assertThat(axis.ticks().get(0).day()).isEqualTo("23 Nov 2026");
    }

    @Test
    void marksMonthsOfTwoYears() {
        List<Tick> ticks = axis("2025-01-10T09:00:00Z", "2026-12-20T09:00:00Z", BERLIN).ticks();
        assertThat(ticks).extracting(Tick::label).containsExactly("Apr", "Jul", "Oct", "Jan", "Apr", "Jul", "Oct");
        assertThat(ticks).extracting(Tick::day).containsExactly("2025", "", "", "2026", "", "", "");
    }

    @Test
    void showsWeekendsOfDaysButNotOfYears() {
        assertThat(axis("2026-11-20T09:00:00Z", "2026-12-01T09:00:00Z", BERLIN).weekends()).hasSize(2);
        assertThat(axis("2026-11-21T09:00:00Z", "2026-11-21T11:00:00Z", BERLIN).weekends()).singleElement()
            .satisfies((band) -> assertThat(band.width()).isEqualTo(800));
        assertThat(axis("2025-01-10T09:00:00Z", "2026-12-20T09:00:00Z", BERLIN).weekends()).isEmpty();
    }

    @Test
    void isNeverCrowdedAndNeverEmpty() {
        Random random = new Random(20261126);
        List<String> zones = List.of("UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe",
                "Asia/Kathmandu", "Pacific/Apia", "America/Sao_Paulo");
        IntStream.range(0, 3_000).forEach((round) -> {
            Instant from = Instant.ofEpochSecond(random.nextLong(1_200_000_000L, 2_000_000_000L));
            Duration length = Duration
                .ofSeconds((long) Math.exp(random.nextDouble() * Math.log(Duration.ofDays(3650).toSeconds())));
            TimeAxis axis = new TimeAxis(from, from.plus(length), ZoneId.of(zones.get(round % zones.size())), 100, 800);
            List<Tick> ticks = axis.ticks();
            assertThat(ticks).hasSizeBetween(1, 11);
            for (int i = 0; i < ticks.size(); i++) {
                assertThat(ticks.get(i).x()).isBetween(100.0, 900.0);
                assertThat(i == 0 || ticks.get(i).x() - ticks.get(i - 1).x() > 30).isTrue();
            }
            assertThat(ticks.get(0).day()).isNotNull();
        });
    }

    @Test
    void keepsInstantsInOrderAndWithin() {
        TimeAxis axis = axis("2026-11-23T09:00:00Z", "2026-11-24T09:00:00Z", ZoneOffset.UTC);
        assertThat(axis.x(Instant.parse("2026-11-23T21:00:00Z"))).isEqualTo(500);
        assertThat(axis.x(Instant.parse("2020-01-01T00:00:00Z"))).isEqualTo(100);
        assertThat(axis.x(Instant.parse("2030-01-01T00:00:00Z"))).isEqualTo(900);
    }

    private static TimeAxis axis(String from, String to, ZoneId zone) {
        return new TimeAxis(Instant.parse(from), Instant.parse(to), zone, 100, 800);
    }

    private static void assertEven(List<Tick> ticks, double tolerance) {
        double step = ticks.get(1).x() - ticks.get(0).x();
        for (int i = 1; i < ticks.size(); i++) {
            assertThat(ticks.get(i).x() - ticks.get(i - 1).x()).isCloseTo(step, within(tolerance));
        }
    }

}
