package io.slipway.calendar;

import java.util.Comparator;
import java.util.List;

/**
 * What lies in a period of the calendar.
 *
 * @param items the items, by kind as it ranks where room is short, then by start
 * @param complete whether these are all; false if there is more than the calendar reads
 */
public record CalendarItems(List<CalendarItem> items, boolean complete) {

    /**
     * The releases that something is in the way of.
     * @return the items, by start
     */
    public List<CalendarItem> colliding() {
        return this.items.stream()
            .filter((item) -> !item.collisions().isEmpty())
            .sorted(Comparator.comparing(CalendarItem::start).thenComparing(CalendarItem::title))
            .toList();
    }

}
