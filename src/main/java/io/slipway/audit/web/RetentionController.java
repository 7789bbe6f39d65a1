package io.slipway.audit.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

import io.slipway.audit.RecordSearch;
import io.slipway.audit.retention.Erasures;
import io.slipway.audit.retention.Hold;
import io.slipway.audit.retention.Holds;
import io.slipway.audit.retention.RetentionProperties;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.RefusedForm;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What is kept for how long, what is held, and who is erased: auditors read it,
 * administrators act.
 */
@Controller
@Navigation(Section.AUDIT)
@PreAuthorize(RecordSearch.READERS)
@RequestMapping("/audit/retention")
class RetentionController {

    private static final String PAGE = "/audit/retention";

    private static final String ADMINISTRATOR = "hasAuthority('administrator')";

    private final Holds holds;

    private final Erasures erasures;

    private final RetentionProperties periods;

    private final Messages words;

    RetentionController(Holds holds, Erasures erasures, RetentionProperties periods, Messages words) {
        this.holds = holds;
        this.erasures = erasures;
        this.periods = periods;
        this.words = words;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("holds", this.holds.all());
        model.addAttribute("erasures", this.erasures.all());
        model.addAttribute("noticeMonths", this.periods.notices().toTotalMonths());
        return "audit/retention";
    }

    @PostMapping("/holds")
    @PreAuthorize(ADMINISTRATOR)
    ModelAndView place(@RequestParam(defaultValue = "RELEASE") String kind,
            @RequestParam(defaultValue = "") String subject, @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String endsOn, RedirectAttributes flash) {
        Hold.Kind held = kind.equals("PERSON") ? Hold.Kind.PERSON : Hold.Kind.RELEASE;
        return done("audit.hold.placed", flash,
                Map.of("holdKind", held.name(), "holdSubject", subject, "holdReason", reason, "holdEndsOn", endsOn),
                () -> this.holds.place(held, subject, reason, day(endsOn)));
    }

    @PostMapping("/holds/{id:\\d{1,18}}/lift")
    @PreAuthorize(ADMINISTRATOR)
    ModelAndView lift(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        return done("audit.hold.lifted", flash, Map.of(), () -> this.holds.lift(id, reason));
    }

    @PostMapping("/erasures")
    @PreAuthorize(ADMINISTRATOR)
    ModelAndView ask(@RequestParam(defaultValue = "") String person, @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String dueOn, RedirectAttributes flash) {
        return done("audit.erasure.asked", flash,
                Map.of("erasePerson", person, "eraseReason", reason, "eraseDueOn", dueOn),
                () -> this.erasures.ask(person, reason, day(dueOn)));
    }

    @PostMapping("/erasures/{id:\\d{1,18}}/confirm")
    @PreAuthorize(ADMINISTRATOR)
    ModelAndView confirm(@PathVariable long id, RedirectAttributes flash) {
        return done("audit.erasure.confirmed", flash, Map.of(), () -> this.erasures.confirm(id));
    }

    @PostMapping("/erasures/{id:\\d{1,18}}/refuse")
    @PreAuthorize(ADMINISTRATOR)
    ModelAndView refuse(@PathVariable long id, RedirectAttributes flash) {
        return done("audit.erasure.refused", flash, Map.of(), () -> this.erasures.refuse(id));
    }

    private ModelAndView done(String message, RedirectAttributes flash, Map<String, ?> typed, Runnable act) {
        try {
            act.run();
        }
        catch (InvalidInputException ex) {
            return RefusedForm.with(typed, this.words.text(ex.code(), ex.arguments()), PAGE);
        }
        this.words.success(flash, message);
        return new ModelAndView("redirect:" + PAGE);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        }
        catch (DateTimeException ex) {
            throw new InvalidInputException("endsOn", "audit.hold.no-day");
        }
    }

}
