package io.slipway.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.slipway.calendar.CalendarItem;
import io.slipway.calendar.CalendarManagement;
import io.slipway.identity.CurrentActor;
import io.slipway.planning.collision.CollisionManagement;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The collisions of a period with the next free slot of each release. Looking for slots
 * takes a few statements for each, so the calendar itself does not, and a page here holds
 * few of them.
 */
@Controller
@Navigation(Section.CALENDAR)
class CollisionController {

    private static final int ON_A_PAGE = 8;

    private final CalendarManagement calendar;

    private final CollisionManagement collisions;

    private final ReleaseManagement releases;

    private final CurrentActor currentActor;

    private final Clock clock;

    CollisionController(CalendarManagement calendar, CollisionManagement collisions, ReleaseManagement releases,
            CurrentActor currentActor, Clock clock) {
        this.calendar = calendar;
        this.collisions = collisions;
        this.releases = releases;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @GetMapping("/calendar/collisions")
    String show(@ModelAttribute("filters") CalendarFilters filters, @RequestParam(defaultValue = "") String from,
            Model model) {
        ZoneId zone = LocaleContextHolder.getTimeZone().toZoneId();
        CalendarPeriod period = new CalendarPeriod(filters.chosen(),
                filters.day(LocalDate.ofInstant(this.clock.instant(), zone)), zone);
        List<CalendarItem> rest = this.calendar
            .between(period.from(), period.to(), filters.filter(this.currentActor.get().userName()))
            .colliding()
            .stream()
            .filter((item) -> place(item).compareTo(from) > 0)
            .toList();
        List<CalendarItem> shown = rest.stream().limit(ON_A_PAGE).toList();
        model.addAttribute("period", period);
        model.addAttribute("colliding", shown.stream().map(this::withSlot).toList());
        model.addAttribute("next", (rest.size() > shown.size()) ? place(shown.get(shown.size() - 1)) : null);
        return "calendar/collisions";
    }

    private CollidingRelease withSlot(CalendarItem item) {
        return new CollidingRelease(item, this.collisions.of(this.releases.get(item.title())));
    }

    /** Where an item stands in the list, as text that sorts like it. */
    private static String place(CalendarItem item) {
        return item.start() + "_" + item.title();
    }

}
