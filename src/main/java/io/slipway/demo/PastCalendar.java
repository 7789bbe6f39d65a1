package io.slipway.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.slipway.identity.Acting;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.schedule.period.PeriodManagement;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The hours of the company's past year: when people work, when releases go live, and when
 * nothing may move.
 */
@Component
@Profile("demo")
class PastCalendar {

    private static final String OWNER = "release-manager";

    private static final Set<DayOfWeek> EVENINGS = Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY);

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private static final LocalTime EVENING = LocalTime.of(18, 0);

    /** Days before the first start on which the books were closed, for some days each. */
    private static final List<Integer> CLOSINGS = List.of(334, 242, 151, 62);

    static final Duration CLOSED = Duration.ofDays(4);

    private final PeriodManagement periods;

    private final Acting acting;

    private final Set<LocalDate> taken = new HashSet<>();

    PastCalendar(PeriodManagement periods, Acting acting) {
        this.periods = periods;
        this.acting = acting;
    }

    /** Makes the year's windows and freezes; those of today are others. */
    void open(LocalDate today, int days) {
        LocalDate monday = today.minusDays(days - 7L).with(DayOfWeek.MONDAY);
        this.acting.as(OWNER, () -> {
            this.periods.create(new PeriodDraft(PeriodKind.WINDOW, "Evenings of the week",
                    "Few customers are served, and everybody who is needed is there.", OWNER, PeriodScope.ALL, "UTC",
                    monday.atTime(EVENING), monday.atTime(EVENING).plusHours(6), "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH",
                    today.minusDays(2).atTime(EVENING), List.of()));
            CLOSINGS.stream()
                .map((ago) -> today.minusDays(ago).atTime(12, 0))
                .forEach((start) -> this.periods.create(new PeriodDraft(PeriodKind.HARD_FREEZE,
                        "Closing of the books, " + start.getMonth().toString().charAt(0)
                                + start.getMonth().toString().substring(1).toLowerCase(Locale.ROOT),
                        "Finance closes the books; nothing may move beneath them.", OWNER, PeriodScope.ALL, "UTC",
                        start, start.plus(CLOSED), "", null, List.of())));
        });
    }

    /**
     * The evening on which a release goes live: one after the other, and outside of
     * freezes unless it asks for an exception.
     * @param earliest the first day that would do, or a day near the freeze in which it
     * wants to go live
     */
    Instant evening(LocalDate today, LocalDate earliest, boolean frozen) {
        LocalDate day = frozen ? closing(today, earliest) : earliest;
        while (!EVENINGS.contains(day.getDayOfWeek()) || this.taken.contains(day) || !frozen && closed(today, day)) {
            day = day.plusDays(1);
        }
        this.taken.add(day);
        return day.atTime(EVENING).toInstant(ZoneOffset.UTC);
    }

    /** The next time of an evening window from an instant on. */
    static Instant nextEvening(Instant from) {
        LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
        while (!EVENINGS.contains(day.getDayOfWeek()) || !day.atTime(EVENING).toInstant(ZoneOffset.UTC).isAfter(from)) {
            day = day.plusDays(1);
        }
        return day.atTime(EVENING).toInstant(ZoneOffset.UTC);
    }

    /** The same time on that day, or on the Friday before it. */
    static Instant beforeWeekend(Instant at) {
        Instant day = at;
        while (WEEKEND.contains(LocalDate.ofInstant(day, ZoneOffset.UTC).getDayOfWeek())) {
            day = day.minus(1, ChronoUnit.DAYS);
        }
        return day;
    }

    /** The same time, or the next morning on which people work. */
    static Instant atWork(Instant at) {
        LocalDateTime time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        if (time.getHour() < 8 || time.getHour() >= 18) {
            LocalDate day = (time.getHour() < 8) ? time.toLocalDate() : time.toLocalDate().plusDays(1);
            time = day.atTime(8, 0).plusMinutes(Math.floorMod(at.getEpochSecond() / 60 * 37, 190));
        }
        while (WEEKEND.contains(time.getDayOfWeek())) {
            time = time.plusDays(1);
        }
        return time.toInstant(ZoneOffset.UTC);
    }

    private static LocalDate closing(LocalDate today, LocalDate near) {
        return CLOSINGS.stream()
            .map((ago) -> today.minusDays(ago))
            .min(Comparator.comparing((start) -> Math.abs(ChronoUnit.DAYS.between(start, near))))
            .orElseThrow();
    }

    private static boolean closed(LocalDate today, LocalDate day) {
        return CLOSINGS.stream()
            .map((ago) -> today.minusDays(ago))
            .anyMatch((start) -> !day.isBefore(start) && !day.isAfter(start.plusDays(CLOSED.toDays())));
    }

}
