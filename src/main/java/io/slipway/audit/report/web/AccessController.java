package io.slipway.audit.report.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

import io.slipway.audit.RecordSearch;
import io.slipway.audit.access.AccessReviewManagement;
import io.slipway.audit.report.AccessReports;
import io.slipway.identity.Role;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.FormText;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Who could do what at the end of a day.
 */
@Controller
@Navigation(Section.AUDIT)
@PreAuthorize(RecordSearch.READERS)
class AccessController {

    private static final List<String> ROLES = Stream.of(Role.values()).map(Role::id).toList();

    private final AccessReports access;

    private final AccessReviewManagement reviews;

    private final Clock clock;

    AccessController(AccessReports access, AccessReviewManagement reviews, Clock clock) {
        this.access = access;
        this.reviews = reviews;
        this.clock = clock;
    }

    @GetMapping("/audit/reports/access")
    String access(@RequestParam(defaultValue = "") String on, @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String from, Model model) {
        LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
        LocalDate day = day(FormText.filter(on), today);
        String known = ROLES.contains(role) ? role : "";
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
        Instant beginning = this.access.beginning().orElse(null);
        model.addAttribute("on", day);
        model.addAttribute("role", known);
        model.addAttribute("roles", ROLES);
        model.addAttribute("beginning", beginning);
        model.addAttribute("unknown", beginning == null || end.isBefore(beginning));
        model.addAttribute("review", this.reviews.newest().orElse(null));
        model.addAttribute("nextReview", this.reviews.next().orElse(null));
        model.addAttribute("page", this.access.at(end, known, FormText.of(from)));
        return "audit/report/access";
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            LocalDate day = text.isEmpty() ? otherwise : LocalDate.parse(text);
            return (day.getYear() < 1970 || day.isAfter(otherwise)) ? otherwise : day;
        }
        catch (DateTimeParseException none) {
            return otherwise;
        }
    }

}
