package io.slipway.schedule.web;

import java.util.List;

import io.slipway.identity.CurrentActor;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.permit.PermitManagement;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.period.FreezeRehearsal;
import io.slipway.schedule.period.PeriodDetails;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.schedule.period.PeriodQuery;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Times;
import io.slipway.ui.form.FormErrors;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Windows and freezes: the list, their pages, and the form with its rehearsal. What was
 * typed goes with the rehearsal and comes back from it.
 */
@Controller
@Navigation(Navigation.Section.CALENDAR)
class PeriodController {

    private static final String EDITORS = "hasAnyAuthority('release-manager', 'change-authority')";

    private static final String PERIOD = "/schedule/periods/";

    private final PeriodManagement periods;

    private final PermitManagement permits;

    private final CurrentActor currentActor;

    private final Times times;

    private final Messages messages;

    PeriodController(PeriodManagement periods, PermitManagement permits, CurrentActor currentActor, Times times,
            Messages messages) {
        this.periods = periods;
        this.permits = permits;
        this.currentActor = currentActor;
        this.times = times;
        this.messages = messages;
    }

    @GetMapping("/schedule")
    ModelAndView list(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String from) {
        return new ModelAndView("schedule/list").addObject("kind", kind)
            .addObject("state", state)
            .addObject("page", this.periods
                .list(new PeriodQuery(FormText.choice(PeriodKind.class, kind), state.equals("over"), from)));
    }

    @GetMapping("/schedule/periods/{id:\\d{1,18}}")
    ModelAndView show(@PathVariable long id) {
        return details(new ModelAndView("schedule/period", "form", new ReasonForm("")), id);
    }

    private ModelAndView details(ModelAndView page, long id) {
        PeriodDetails period = this.periods.get(id);
        return page.addObject("period", period)
            .addObject("occurrences", this.periods.next(id, 10))
            .addObject("exceptions", (period.content().kind() == PeriodKind.HARD_FREEZE)
                    ? this.permits.on(ScheduleManagement.EXCEPTION, Long.toString(id)) : List.of());
    }

    @PreAuthorize(EDITORS)
    @PostMapping("/schedule/periods/{id:\\d{1,18}}/end")
    ModelAndView end(@PathVariable long id, @ModelAttribute("form") ReasonForm form, BindingResult errors,
            RedirectAttributes flash) {
        try {
            this.periods.end(id, form.reason());
            return done(id, "schedule.ended.done", List.of(), flash);
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
            return details(new ModelAndView("schedule/period", errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY), id);
        }
    }

    @PreAuthorize(EDITORS)
    @GetMapping("/schedule/periods/new")
    ModelAndView begin(@RequestParam(defaultValue = "WINDOW") String kind) {
        return form(null, PeriodForm.empty(kind, this.currentActor.get().userName(), this.times.zoneName()));
    }

    @PreAuthorize(EDITORS)
    @GetMapping("/schedule/periods/{id:\\d{1,18}}/edit")
    ModelAndView edit(@PathVariable long id) {
        return form(id, PeriodForm.of(this.periods.get(id)));
    }

    @PreAuthorize(EDITORS)
    @PostMapping("/schedule/periods")
    ModelAndView create(@ModelAttribute("form") PeriodForm form, BindingResult errors,
            @RequestParam(defaultValue = "save") String act, RedirectAttributes flash) {
        return act(null, form, errors, act, flash);
    }

    @PreAuthorize(EDITORS)
    @PostMapping("/schedule/periods/{id:\\d{1,18}}")
    ModelAndView change(@PathVariable long id, @ModelAttribute("form") PeriodForm form, BindingResult errors,
            @RequestParam(defaultValue = "save") String act, RedirectAttributes flash) {
        return act(id, form, errors, act, flash);
    }

    private ModelAndView act(@Nullable Long id, PeriodForm form, BindingResult errors, String act,
            RedirectAttributes flash) {
        if (act.equals("back")) {
            return form(id, form);
        }
        try {
            InputCheck check = new InputCheck();
            PeriodDraft draft = form.draft(check);
            check.include(() -> this.periods.judge(draft));
            check.finish();
            if (act.equals("rehearse")) {
                return rehearse(id, form, draft);
            }
            long saved = (id != null) ? id : this.periods.create(draft);
            if (id != null) {
                this.periods.change(id, form.shown(), draft);
            }
            return done(saved, "schedule.saved.done", this.periods.unknown(draft), flash);
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
            return new ModelAndView("schedule/form", errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY).addObject("id",
                    id);
        }
    }

    private ModelAndView rehearse(@Nullable Long id, PeriodForm form, PeriodDraft draft) {
        FreezeRehearsal rehearsal = this.periods.rehearse(draft, id);
        return new ModelAndView("schedule/rehearsal", "form", form).addObject("id", id)
            .addObject("rehearsal", rehearsal)
            .addObject("unknown", this.periods.unknown(draft));
    }

    private static ModelAndView form(@Nullable Long id, PeriodForm form) {
        return new ModelAndView("schedule/form", "form", form).addObject("id", id);
    }

    private ModelAndView done(long id, String code, List<String> unknown, RedirectAttributes flash) {
        String name = this.periods.get(id).content().name();
        this.messages.success(flash, code, name);
        if (!unknown.isEmpty()) {
            flash.addFlashAttribute("warning", String.join(", ", unknown));
        }
        return new ModelAndView("redirect:" + PERIOD + id);
    }

}
