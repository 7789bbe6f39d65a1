package io.slipway.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;

import io.slipway.calendar.CalendarItem;
import io.slipway.calendar.CalendarItems;
import io.slipway.calendar.CalendarManagement;
import io.slipway.calendar.ItemKind;
import io.slipway.calendar.Layer;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.Role;
import io.slipway.planning.collision.CollisionManagement;
import io.slipway.policy.ReleaseType;
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
 * The calendar as a schedule, by month, by week and as an agenda. Days begin in the zone
 * of who looks at it.
 */
@Controller
@Navigation(Section.CALENDAR)
class CalendarController {

    private final CalendarManagement calendar;

    private final CollisionManagement collisions;

    private final ReleaseManagement releases;

    private final PersonDirectory people;

    private final CurrentActor currentActor;

    private final Clock clock;

    CalendarController(CalendarManagement calendar, CollisionManagement collisions, ReleaseManagement releases,
            PersonDirectory people, CurrentActor currentActor, Clock clock) {
        this.calendar = calendar;
        this.collisions = collisions;
        this.releases = releases;
        this.people = people;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    String show(@ModelAttribute("filters") CalendarFilters filters, @RequestParam(defaultValue = "") String from,
            Model model) {
        ZoneId zone = LocaleContextHolder.getTimeZone().toZoneId();
        LocalDate today = LocalDate.ofInstant(this.clock.instant(), zone);
        CalendarPeriod period = new CalendarPeriod(filters.chosen(), filters.day(today), zone);
        CalendarItems found = this.calendar.between(period.from(), period.to(),
                filters.filter(this.currentActor.get().userName()));
        CalendarPage page = CalendarPage.of(period, today, found);
        model.addAttribute("page", page);
        Set<String> colliding = new HashSet<>(page.colliding().stream().map(CalendarItem::title).toList());
        if (filters.chosen() == CalendarView.SCHEDULE) {
            SchedulePlan plan = SchedulePlan.of(period, today, found.items(), filters.byEnvironment(), from);
            model.addAttribute("schedule", plan);
            colliding.addAll(plan.colliding());
        }
        model.addAttribute("free", this.collisions.nextFree(period.from(), period.to(), colliding));
        model.addAttribute("views", CalendarView.values());
        model.addAttribute("layers", Layer.values());
        model.addAttribute("kinds", ItemKind.values());
        model.addAttribute("types", ReleaseType.values());
        model.addAttribute("services", this.releases.knownServices());
        model.addAttribute("owners", this.people.holding(Role.RELEASE_MANAGER));
        return "calendar/calendar";
    }

}
