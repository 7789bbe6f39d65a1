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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the line is stopped and released, with the history of stops. Everybody reads it;
 * the service decides who may act.
 */
@Controller
@Navigation(Navigation.Section.CALENDAR)
class StopController {

    private static final String HERE = "/schedule/stop";

    private final StopManagement stops;

    private final ScheduleManagement schedule;

    private final MessageSource messages;

    StopController(StopManagement stops, ScheduleManagement schedule, MessageSource messages) {
        this.stops = stops;
        this.schedule = schedule;
        this.messages = messages;
    }

    @GetMapping(HERE)
    ModelAndView show(@RequestParam(defaultValue = "") String from) {
        return page(new ModelAndView("schedule/stop", "form", new ReasonForm("")), from);
    }

    @PreAuthorize("hasAnyAuthority('release-manager', 'deployment-manager', 'operations')")
    @PostMapping(HERE + "/begin")
    ModelAndView stop(@ModelAttribute("form") ReasonForm form, BindingResult errors, RedirectAttributes flash) {
        return act(this.stops::stop, form, errors, "schedule.stop.stopped.done", flash);
    }

    @PreAuthorize("hasAuthority('release-manager')")
    @PostMapping(HERE + "/release")
    ModelAndView release(@ModelAttribute("form") ReasonForm form, BindingResult errors, RedirectAttributes flash) {
        return act(this.stops::release, form, errors, "schedule.stop.released.done", flash);
    }

    /** Where the page was before; people have links to it. */
    @GetMapping("/schedule/line")
    String former() {
        return "redirect:" + HERE;
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
            return page(new ModelAndView("schedule/stop", errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY), "");
        }
    }

    private ModelAndView page(ModelAndView page, String from) {
        return page.addObject("stop", this.schedule.stopped().orElse(null)).addObject("page", this.stops.history(from));
    }

}
