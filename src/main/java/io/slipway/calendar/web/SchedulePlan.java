package io.slipway.calendar.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.slipway.calendar.CalendarItem;
import io.slipway.calendar.Layer;
import org.jspecify.annotations.Nullable;

/**
 * Lays items out in rows of services or environments, on columns of quarters of days.
 *
 * @param days the columns
 * @param rows a page of the rows, by name
 * @param next where the next page begins; null if there is none
 * @param count how many rows there are
 */
record SchedulePlan(List<ScheduleDay> days, List<ScheduleRow> rows, @Nullable String next, int count) {

    /** So many rows are on a page. */
    static final int ROWS = 40;

    private static final int QUARTERS = 4;

    private static final int COLUMNS = CalendarView.SCHEDULE_DAYS * QUARTERS;

    /**
     * So many releases and bookings that overlap, and so many windows and freezes, are in
     * a row.
     */
    private static final int LANES = 8;

    /** How much room a letter takes beside a short bar, in quarters of a day. */
    private static final double LETTER = 1.1;

    private static final int ICON = 4;

    private static final Comparator<CalendarItem> BY_START = Comparator.comparing(CalendarItem::start)
        .thenComparing(CalendarItem::title);

    /**
     * Lays items out.
     * @param after where the page begins: the name of the last row before
     */
    static SchedulePlan of(CalendarPeriod period, LocalDate today, List<CalendarItem> items, boolean byEnvironment,
            String after) {
        Map<String, List<CalendarItem>> byRow = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (CalendarItem item : items) {
            List<String> names = byEnvironment ? item.environments() : item.services();
            (names.isEmpty() ? List.of("") : names)
                .forEach((name) -> byRow.computeIfAbsent(name, (one) -> new ArrayList<>()).add(item));
        }
        List<String> rest = byRow.keySet()
            .stream()
            .filter((name) -> after.isEmpty() || name.compareToIgnoreCase(after) > 0)
            .toList();
        List<String> shown = rest.stream().limit(ROWS).toList();
        return new SchedulePlan(days(period, today),
                shown.stream().map((name) -> row(name, byRow.get(name), period)).toList(),
                (rest.size() > shown.size()) ? shown.get(shown.size() - 1) : null, byRow.size());
    }

    private static List<ScheduleDay> days(CalendarPeriod period, LocalDate today) {
        return IntStream.range(0, CalendarView.SCHEDULE_DAYS)
            .mapToObj((day) -> period.first().plusDays(day))
            .map((date) -> new ScheduleDay(date, date.equals(today),
                    date.equals(period.first()) || date.getDayOfMonth() == 1))
            .toList();
    }

    /** The keys of the releases in these rows that something is in the way of. */
    List<String> colliding() {
        return this.rows.stream()
            .flatMap((row) -> row.bars().stream())
            .filter(ScheduleBar::colliding)
            .map((bar) -> bar.item().title())
            .distinct()
            .toList();
    }

    private static ScheduleRow row(String name, List<CalendarItem> items, CalendarPeriod period) {
        List<CalendarItem> sorted = items.stream().sorted(BY_START).toList();
        List<ScheduleBar> bars = new ArrayList<>();
        int more = 0;
        Map<String, Integer> laneOf = new LinkedHashMap<>();
        for (CalendarItem item : sorted) {
            if (item.kind().layer() == Layer.WINDOWS || item.kind().layer() == Layer.FREEZES) {
                boolean first = !laneOf.containsKey(item.address());
                int lane = laneOf.computeIfAbsent(item.address(), (one) -> laneOf.size() + 1);
                if (lane <= LANES) {
                    bars.add(bar(item, period, lane, first));
                }
                else if (first) {
                    more++;
                }
            }
        }
        int above = Math.min(laneOf.size(), LANES);
        List<Integer> ends = new ArrayList<>();
        Map<String, Integer> ofRelease = new HashMap<>();
        for (CalendarItem item : sorted) {
            if (item.kind().layer() == Layer.RELEASES || item.kind().layer() == Layer.BOOKINGS) {
                ScheduleBar bar = bar(item, period, 1, true);
                int words = (int) Math.ceil(item.title().length() * LETTER) + ICON;
                int begin = bar.late() ? bar.first() - words : bar.first();
                int lane = 0;
                while (lane < ends.size() && ends.get(lane) > begin) {
                    lane++;
                }
                if (lane >= LANES) {
                    more++;
                    continue;
                }
                int end = bar.late() ? bar.first() + bar.length()
                        : bar.first() + Math.max(bar.length(), words + bar.length());
                if (lane == ends.size()) {
                    ends.add(end);
                }
                ends.set(lane, end);
                ofRelease.put(item.title(), above + lane + 1);
                bars.add(bar(item, period, above + lane + 1, true));
            }
        }
        int lanes = above + ends.size();
        for (CalendarItem item : sorted) {
            if (item.kind().layer() == Layer.SUPPORT) {
                Integer lane = ofRelease.get(item.title());
                if (lane != null) {
                    bars.add(bar(item, period, lane, false));
                }
                else if (lanes < above + ends.size() + LANES) {
                    bars.add(bar(item, period, ++lanes, true));
                }
                else {
                    more++;
                }
            }
        }
        return new ScheduleRow(name, List.copyOf(bars), more);
    }

    private static ScheduleBar bar(CalendarItem item, CalendarPeriod period, int lane, boolean named) {
        int first = Math.max(1, quarter(item.start(), period));
        Instant last = item.end().isAfter(item.start()) ? item.end().minusMillis(1) : item.start();
        int until = Math.min(COLUMNS, Math.max(first, quarter(last, period)));
        int words = (int) Math.ceil(item.title().length() * LETTER) + ICON;
        return new ScheduleBar(item, first, until - first + 1, lane, named, until + words > COLUMNS && first > words);
    }

    private static int quarter(Instant at, CalendarPeriod period) {
        ZoneId zone = period.zone();
        ZonedDateTime local = at.atZone(zone);
        long days = ChronoUnit.DAYS.between(period.first(), local.toLocalDate());
        return (int) Math.max(-COLUMNS, Math.min(2L * COLUMNS, days * QUARTERS + local.getHour() * QUARTERS / 24)) + 1;
    }

}
