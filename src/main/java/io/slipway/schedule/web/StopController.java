package io.slipway.schedule.web;

import java.util.function.Consumer;

import io.slipway.input.InvalidInputException;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.stop.StopManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.form.FormErrors;

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

    private final Messages messages;

    StopController(StopManagement stops, ScheduleManagement schedule, Messages messages) {
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
            act.accept(form.reason());
            this.messages.success(flash, done);
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
