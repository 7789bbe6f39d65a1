package io.slipway.schedule.web;

import java.util.Locale;
import java.util.function.Consumer;

import io.slipway.input.InvalidInputException;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.stop.StopManagement;
import io.slipway.ui.FormErrors;
import io.slipway.ui.Navigation;

import org.springframework.context.MessageSource;
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
 * Where the line is stopped and released, with the history of stops. Everybody reads it;
 * the service decides who may act.
 */
@Controller
@Navigation(Navigation.Section.CALENDAR)
@RequestMapping("/schedule/line")
class LineController {

    private static final String HERE = "/schedule/line";

    private final StopManagement line;

    private final ScheduleManagement schedule;

    private final MessageSource messages;

    LineController(StopManagement line, ScheduleManagement schedule, MessageSource messages) {
        this.line = line;
        this.schedule = schedule;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String from) {
        return page(new ModelAndView("schedule/line", "form", new ReasonForm("")), from);
    }

    @PreAuthorize("hasAnyAuthority('release-manager', 'deployment-manager', 'operations')")
    @PostMapping("/stop")
    ModelAndView stop(@ModelAttribute("form") ReasonForm form, BindingResult errors, RedirectAttributes flash) {
        return act(this.line::stop, form, errors, "schedule.line.stopped.done", flash);
    }

    @PreAuthorize("hasAuthority('release-manager')")
    @PostMapping("/release")
    ModelAndView release(@ModelAttribute("form") ReasonForm form, BindingResult errors, RedirectAttributes flash) {
        return act(this.line::release, form, errors, "schedule.line.released.done", flash);
    }

    private ModelAndView act(Consumer<String> act, ReasonForm form, BindingResult errors, String done,
            RedirectAttributes flash) {
        try {
            act.accept(form.text());
            flash.addFlashAttribute("success", this.messages.getMessage(done, null, Locale.ENGLISH));
            return new ModelAndView("redirect:" + HERE);
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
            return page(new ModelAndView("schedule/line", errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY), "");
        }
    }

    private ModelAndView page(ModelAndView page, String from) {
        return page.addObject("stop", this.schedule.stopped().orElse(null)).addObject("page", this.line.history(from));
    }

}
