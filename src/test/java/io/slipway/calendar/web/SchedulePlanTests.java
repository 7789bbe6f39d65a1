package io.slipway.calendar.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.slipway.calendar.CalendarItem;
import io.slipway.calendar.ItemKind;
import io.slipway.policy.ReleaseType;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseStatus;
import io.slipway.release.ScheduledRelease;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How items lie in the rows of a schedule.
 */
class SchedulePlanTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 30);

    private static final CalendarPeriod PERIOD = new CalendarPeriod(CalendarView.SCHEDULE, FIRST, ZoneOffset.UTC);

    @Test
    void keepsARowForEachServiceHoweverItIsWritten() {
        SchedulePlan plan = plan("", release("A-1", "Payments", 0, 12), release("A-2", "payments", 10, 4),
                release("A-3", "Cards", 30, 1));
        assertThat(plan.rows()).extracting(ScheduleRow::name).containsExactly("Cards", "Payments");
        assertThat(plan.count()).isEqualTo(2);
        assertThat(plan.rows().get(1).bars()).extracting(ScheduleBar::lane).containsExactly(1, 2);
    }

    @Test
    void givesNamesTheRoomThatTheyNeed() {
        List<ScheduleBar> bars = plan("", release("LONG-NAME", "Cards", 0, 1), release("B-2", "Cards", 48, 1),
                release("B-3", "Cards", 26 * 24, 2))
            .rows()
            .get(0)
            .bars();
        assertThat(bars).extracting(ScheduleBar::lane).containsExactly(1, 2, 1);
        assertThat(bars).extracting(ScheduleBar::late).containsExactly(false, false, true);
    }

    @Test
    void cutsWhatReachesBeyondTheEdges() {
        List<ScheduleBar> bars = plan("", release("C-1", "Cards", -48, 60), release("C-2", "Cards", 27 * 24, 72)).rows()
            .get(0)
            .bars();
        assertThat(bars).extracting(ScheduleBar::first).containsExactly(1, 109);
        assertThat(bars).extracting(ScheduleBar::length).containsExactly(2, 4);
    }

    @Test
    void pagesRowsByTheirNames() {
        List<CalendarItem> items = new ArrayList<>();
        for (int i = 100; i < 200; i++) {
            items.add(release("D-" + i, "Service " + i, i % 20 * 24, 2));
        }
        SchedulePlan first = SchedulePlan.of(PERIOD, FIRST, items, false, "");
        assertThat(first.rows()).hasSize(SchedulePlan.ROWS);
        assertThat(first.next()).isEqualTo("Service 139");
        SchedulePlan second = SchedulePlan.of(PERIOD, FIRST, items, false, first.next());
        assertThat(second.rows().get(0).name()).isEqualTo("Service 140");
        assertThat(SchedulePlan.of(PERIOD, FIRST, items, false, "Service 179").next()).isNull();
    }

    @Test
    void countsWhatDoesNotFit() {
        CalendarItem[] items = new CalendarItem[20];
        for (int i = 0; i < items.length; i++) {
            items[i] = release("E-" + i, "Cards", 5, 2);
        }
        ScheduleRow row = plan("", items).rows().get(0);
        assertThat(row.bars()).hasSize(8);
        assertThat(row.more()).isEqualTo(12);
    }

    private static SchedulePlan plan(String after, CalendarItem... items) {
        return SchedulePlan.of(PERIOD, FIRST, List.of(items), false, after);
    }

    private static CalendarItem release(String key, String service, int hour, int hours) {
        Instant start = PERIOD.from().plusSeconds(hour * 3600L);
        Instant end = start.plusSeconds(hours * 3600L);
        ScheduledRelease release = new ScheduledRelease(key, key, ReleaseType.MINOR, "production", "rosa", Phase.PLAN,
                ReleaseStatus.OPEN, List.of(service), start, end, 0, 1, start);
        return new CalendarItem(ItemKind.RELEASE, "release-" + key, key, start, end, service, List.of(service),
                List.of("production"), "", null, release, List.of(), "/releases/" + key, 1);
    }

}
