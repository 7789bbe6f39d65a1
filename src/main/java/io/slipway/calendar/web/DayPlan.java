package io.slipway.calendar.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.slipway.calendar.CalendarItem;
import io.slipway.calendar.web.DayEntry.Band;

/**
 * Lays items out in the days of a period. A day keeps as many as it has room for, in the
 * order in which they come, and counts the rest: so a page stays short however much is
 * planned. Where days stand beside each other, what spans them is one bar in each week.
 */
final class DayPlan {

    /**
     * What takes all day, or goes on from before, comes first, and of that what forbids.
     */
    private static final Comparator<DayEntry> BY_TIME = Comparator
        .comparing(
                (DayEntry entry) -> (entry.band() == Band.THROUGH) ? entry.item().kind().ordinal() : Integer.MAX_VALUE)
        .thenComparing((entry) -> entry.item().start())
        .thenComparing((entry) -> entry.item().kind());

    private static final int WEEK = 7;

    private final CalendarPeriod period;

    private final List<Instant> bounds = new ArrayList<>();

    private final List<List<DayEntry>> entries = new ArrayList<>();

    private final List<List<DayBar>> bars = new ArrayList<>();

    private final List<BitSet> tiers = new ArrayList<>();

    private final int[] more;

    private DayPlan(CalendarPeriod period) {
        this.period = period;
        period.first().datesUntil(period.last().plusDays(2)).forEach((date) -> {
            this.bounds.add(date.atStartOfDay(period.zone()).toInstant());
            this.entries.add(new ArrayList<>());
            this.bars.add(new ArrayList<>());
            this.tiers.add(new BitSet());
        });
        this.more = new int[this.entries.size()];
    }

    /**
     * Lays items out.
     * @param period the days
     * @param items the items, the most important first
     * @param today the day to mark as today
     * @return all days of the period
     */
    static List<CalendarDay> of(CalendarPeriod period, List<CalendarItem> items, LocalDate today) {
        DayPlan plan = new DayPlan(period);
        items.forEach(plan::add);
        return IntStream.range(0, plan.bounds.size() - 1).mapToObj((index) -> plan.day(index, today)).toList();
    }

    /**
     * Groups days by week.
     * @param days whole weeks
     */
    static List<CalendarWeek> weeks(List<CalendarDay> days) {
        return IntStream.range(0, days.size() / WEEK)
            .mapToObj((week) -> days.subList(WEEK * week, WEEK * week + WEEK))
            .map((week) -> new CalendarWeek(week.get(0).date().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), week))
            .toList();
    }

    private void add(CalendarItem item) {
        ZoneId zone = this.period.zone();
        LocalDate begin = item.start().atZone(zone).toLocalDate();
        Instant last = item.end().isAfter(item.start()) ? item.end().minusMillis(1) : item.start();
        LocalDate end = last.atZone(zone).toLocalDate();
        int days = (int) ChronoUnit.DAYS.between(begin, end) + 1;
        int offset = (int) ChronoUnit.DAYS.between(this.period.first(), begin);
        int from = Math.max(0, offset);
        int to = Math.min(offset + days, this.bounds.size() - 1);
        if (days > 1 && this.period.view().tiers() > 0) {
            addBars(item, from, to, offset, days);
            return;
        }
        for (int index = from; index < to; index++) {
            if (roomy(index, 1)) {
                this.entries.get(index).add(entry(item, index, offset, days));
            }
            else {
                this.more[index]++;
            }
        }
    }

    private void addBars(CalendarItem item, int from, int to, int offset, int days) {
        int end;
        for (int start = from; start < to; start = end) {
            end = Math.min(to, start - start % WEEK + WEEK);
            BitSet taken = new BitSet();
            this.tiers.subList(start, end).forEach(taken::or);
            int tier = taken.nextClearBit(0);
            boolean fits = tier < this.period.view().tiers()
                    && IntStream.range(start, end).allMatch((day) -> roomy(day, tier + 1 - height(day)));
            for (int day = start; day < end; day++) {
                if (fits) {
                    this.tiers.get(day).set(tier);
                }
                else {
                    this.more[day]++;
                }
            }
            if (fits) {
                this.bars.get(start).add(new DayBar(entry(item, start, offset, days), end - start, tier));
            }
        }
    }

    private boolean roomy(int day, int lines) {
        return lines <= 0 || height(day) + this.entries.get(day).size() + lines <= this.period.view().room(day == 0);
    }

    private int height(int day) {
        return this.tiers.get(day).length();
    }

    private DayEntry entry(CalendarItem item, int day, int offset, int days) {
        return DayEntry.of(item, this.bounds.get(day), this.bounds.get(day + 1), this.period.zone(), day - offset + 1,
                days);
    }

    private CalendarDay day(int index, LocalDate today) {
        LocalDate date = this.period.first().plusDays(index);
        List<DayEntry> kept = this.entries.get(index);
        if (this.period.view() != CalendarView.MONTH) {
            kept.sort(BY_TIME);
        }
        return new CalendarDay(date, date.equals(today), this.period.contains(date),
                Duration.between(this.bounds.get(index), this.bounds.get(index + 1)), List.copyOf(this.bars.get(index)),
                height(index), List.copyOf(kept), this.more[index]);
    }

}
