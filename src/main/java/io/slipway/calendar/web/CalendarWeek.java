package io.slipway.calendar.web;

import java.util.List;

/**
 * A week of a month, Monday to Sunday.
 *
 * @param number its number by ISO 8601
 */
record CalendarWeek(int number, List<CalendarDay> days) {
}
