package io.slipway.schedule.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A rule of RFC 5545, section 3.3.10, and the wall times that it gives. It knows neither
 * a zone nor a locale: a week begins on Monday unless the rule says otherwise. What the
 * RFC leaves open is decided here: the years of BYWEEKNO are those of the weeks, the set
 * that BYSETPOS chooses from is the whole interval, also before the start.
 *
 * @param interval every how many of them count, at least 1
 * @param count how many starts it gives; 0 for any number
 * @param weekStart on which day a week begins
 * @param months the months that count; in this set and the next ones none means any
 * @param weeks the numbered weeks of a year, negative from its end
 * @param yearDays the days of a year, negative from its end
 * @param monthDays the days of a month, negative from its end
 * @param positions which starts of an interval count, negative from its end
 */
record RecurrenceRule(Frequency frequency, int interval, int count, DayOfWeek weekStart, Set<Integer> months,
        Set<Integer> weeks, Set<Integer> yearDays, Set<Integer> monthDays, Set<Weekday> days, Set<Integer> hours,
        Set<Integer> minutes, Set<Integer> positions) {

    /** ISO 8601: the first week of a year is that with at least four of its days. */
    private static final int FIRST_WEEK = 4;

    /**
     * The starts of a stretch of time, by time.
     * @param start from where the rule counts; itself a start only if the rule gives it
     * @param from the first wall time that is wanted
     * @param to the last one
     */
    List<LocalDateTime> starts(LocalDateTime start, LocalDateTime from, LocalDateTime to, int most) {
        RecurrenceRule rule = completed(start);
        LocalDateTime first = from.isAfter(start) ? from : start;
        List<LocalDateTime> starts = new ArrayList<>();
        int counted = 0;
        LocalDate day = start.toLocalDate();
        for (long i = rule.before(day, first.toLocalDate()); starts.size() < most; i += this.interval) {
            LocalDate begin = rule.begin(day, i);
            if (begin.isAfter(to.toLocalDate())) {
                return starts;
            }
            for (LocalDateTime at : rule.set(begin, rule.begin(day, i + 1))) {
                if (at.isAfter(to) || starts.size() == most) {
                    return starts;
                }
                if (!at.isBefore(start) && this.count > 0 && ++counted > this.count) {
                    return starts;
                }
                if (!at.isBefore(first)) {
                    starts.add(at);
                }
            }
        }
        return starts;
    }

    /** With what a rule does not say, and therefore takes from its start. */
    private RecurrenceRule completed(LocalDateTime start) {
        boolean said = !this.yearDays.isEmpty() || !this.monthDays.isEmpty() || !this.days.isEmpty();
        boolean weekday = !said && (this.frequency == Frequency.WEEKLY || !this.weeks.isEmpty());
        boolean date = !said && !weekday && this.frequency != Frequency.DAILY;
        boolean month = date && this.frequency == Frequency.YEARLY && this.months.isEmpty();
        return new RecurrenceRule(this.frequency, this.interval, this.count, this.weekStart,
                month ? Set.of(start.getMonthValue()) : this.months, this.weeks, this.yearDays,
                date ? Set.of(start.getDayOfMonth()) : this.monthDays,
                weekday ? Set.of(new Weekday(0, start.getDayOfWeek())) : this.days,
                this.hours.isEmpty() ? Set.of(start.getHour()) : this.hours,
                this.minutes.isEmpty() ? Set.of(start.getMinute()) : this.minutes, this.positions);
    }

    /** The last interval that counts and before which nothing is wanted. */
    private long before(LocalDate start, LocalDate from) {
        long passed = (this.count > 0) ? 0 : this.frequency.unit.between(begin(start, 0), from) / this.interval;
        return Math.max(0, passed - 1) * this.interval;
    }

    /** The first day of an interval, counted from that of the start. */
    private LocalDate begin(LocalDate start, long number) {
        return switch (this.frequency) {
            case DAILY -> start.plusDays(number);
            case WEEKLY -> start.with(TemporalAdjusters.previousOrSame(this.weekStart)).plusWeeks(number);
            case MONTHLY -> start.withDayOfMonth(1).plusMonths(number);
            case YEARLY -> this.weeks.isEmpty() ? start.withDayOfYear(1).plusYears(number)
                    : LocalDate.of((int) (start.get(weekFields().weekBasedYear()) + number), 1, FIRST_WEEK)
                        .with(TemporalAdjusters.previousOrSame(this.weekStart));
        };
    }

    private List<LocalDateTime> set(LocalDate begin, LocalDate end) {
        List<LocalDateTime> all = begin.datesUntil(end).filter(this::matches).flatMap(this::times).toList();
        if (this.positions.isEmpty()) {
            return all;
        }
        Set<LocalDateTime> chosen = new TreeSet<>();
        for (int position : this.positions) {
            int index = (position > 0) ? position - 1 : all.size() + position;
            if (index >= 0 && index < all.size()) {
                chosen.add(all.get(index));
            }
        }
        return List.copyOf(chosen);
    }

    private boolean matches(LocalDate date) {
        return (this.months.isEmpty() || this.months.contains(date.getMonthValue()))
                && has(this.monthDays, date.getDayOfMonth(), date.lengthOfMonth())
                && has(this.yearDays, date.getDayOfYear(), date.lengthOfYear())
                && (this.days.isEmpty() || this.days.stream().anyMatch((day) -> matches(day, date)))
                && (this.weeks.isEmpty() || has(this.weeks, date.get(weekFields().weekOfWeekBasedYear()),
                        (int) date.range(weekFields().weekOfWeekBasedYear()).getMaximum()));
    }

    /** A numbered weekday counts within its month, or in its year if no month is said. */
    private boolean matches(Weekday weekday, LocalDate date) {
        if (weekday.day() != date.getDayOfWeek() || weekday.number() == 0) {
            return weekday.day() == date.getDayOfWeek();
        }
        boolean ofYear = this.frequency == Frequency.YEARLY && this.months.isEmpty();
        int day = date.get(ofYear ? ChronoField.DAY_OF_YEAR : ChronoField.DAY_OF_MONTH);
        int last = ofYear ? date.lengthOfYear() : date.lengthOfMonth();
        return weekday.number() == ((weekday.number() > 0) ? (day + 6) / 7 : -(last - day + 7) / 7);
    }

    private static boolean has(Set<Integer> numbers, int number, int last) {
        return numbers.isEmpty() || numbers.contains(number) || numbers.contains(number - last - 1);
    }

    private Stream<LocalDateTime> times(LocalDate date) {
        return this.hours.stream()
            .sorted()
            .flatMap((hour) -> this.minutes.stream().sorted().map((minute) -> date.atTime(hour, minute)));
    }

    private WeekFields weekFields() {
        return WeekFields.of(this.weekStart, FIRST_WEEK);
    }

    /** How long an interval of a rule is. */
    enum Frequency {

        /** A day. */
        DAILY(ChronoUnit.DAYS),
        /** A week. */
        WEEKLY(ChronoUnit.WEEKS),
        /** A month. */
        MONTHLY(ChronoUnit.MONTHS),
        /** A year. */
        YEARLY(ChronoUnit.YEARS);

        private final ChronoUnit unit;

        Frequency(ChronoUnit unit) {
            this.unit = unit;
        }

    }

    /**
     * A weekday of a rule.
     *
     * @param number which of its month or year, negative from its end; 0 for each
     */
    record Weekday(int number, DayOfWeek day) {
    }

}
