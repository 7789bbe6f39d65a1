package io.slipway.schedule.web;

import java.util.List;
import java.util.stream.Stream;

import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.permit.PermitDetails;
import io.slipway.permit.PermitManagement;
import io.slipway.permit.PermitRequest;
import io.slipway.schedule.ReleaseCandidate;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.ScheduleWords;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Times;
import io.slipway.ui.form.Choice;
import io.slipway.ui.form.FormErrors;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The exceptions of a release from freezes, and the form that requests one.
 */
@Controller
@Navigation(Navigation.Section.CALENDAR)
@RequestMapping("/schedule/exceptions")
class ExceptionController {

    private final PermitManagement permits;

    private final ExceptionEvidence evidence;

    private final PeriodManagement periods;

    private final ScheduleWords words;

    private final Times times;

    private final Messages messages;

    ExceptionController(PermitManagement permits, ExceptionEvidence evidence, PeriodManagement periods,
            ScheduleWords words, Times times, Messages messages) {
        this.permits = permits;
        this.evidence = evidence;
        this.periods = periods;
        this.words = words;
        this.times = times;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView list(@RequestParam String release) {
        ReleaseCandidate candidate = this.evidence.release(release);
        List<PermitDetails> all = this.permits.ofRelease(ScheduleManagement.EXCEPTION, candidate.key());
        return new ModelAndView("schedule/exceptions", "release", candidate).addObject("exceptions", all)
            .addObject("freezes", this.evidence.freezes(all));
    }

    @PreAuthorize("hasAuthority('release-manager')")
    @GetMapping("/new")
    ModelAndView begin(@RequestParam String release) {
        ReleaseCandidate candidate = this.evidence.release(release);
        String expiry = Stream.ofNullable(candidate.latestEnd()).map(this.times::toInputText).findFirst().orElse("");
        return form(new ModelAndView("schedule/exception-new", "form",
                new ExceptionForm(candidate.key(), List.of(), "", expiry)), candidate);
    }

    @PreAuthorize("hasAuthority('release-manager')")
    @PostMapping
    ModelAndView request(@ModelAttribute("form") ExceptionForm form, BindingResult errors, RedirectAttributes flash) {
        ReleaseCandidate candidate = this.evidence.release(form.release());
        try {
            InputCheck check = new InputCheck();
            PermitRequest asked = form.asked(candidate.key(), this.times, check);
            check.finish(() -> this.permits.request(asked));
            return done("schedule.exception.requested.done", candidate.key(), flash);
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
            return form(new ModelAndView("schedule/exception-new", errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY),
                    candidate);
        }
    }

    @PreAuthorize("hasAuthority('release-manager')")
    @PostMapping("/withdraw")
    ModelAndView withdraw(@RequestParam String release, RedirectAttributes flash) {
        ReleaseCandidate candidate = this.evidence.release(release);
        this.permits.takeBack(ScheduleManagement.EXCEPTION, candidate.key());
        return done("schedule.exception.withdrawn.done", candidate.key(), flash);
    }

    private ModelAndView form(ModelAndView page, ReleaseCandidate release) {
        return page.addObject("release", release)
            .addObject("choices",
                    this.periods.freezes()
                        .stream()
                        .map((freeze) -> new Choice(Long.toString(freeze.id()),
                                freeze.name() + " · " + this.words.scope(freeze.scope())))
                        .toList());
    }

    private ModelAndView done(String code, String key, RedirectAttributes flash) {
        this.messages.success(flash, code, key);
        flash.addAttribute("release", key);
        return new ModelAndView("redirect:/schedule/exceptions");
    }

}
