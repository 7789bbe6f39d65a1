package io.slipway.deployment.environment.web;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.slipway.configuration.relation.EnvironmentManagement;
import io.slipway.deployment.environment.BookingManagement;
import io.slipway.deployment.environment.Deployers;
import io.slipway.deployment.environment.Drifts;
import io.slipway.deployment.environment.EnvironmentDetails;
import io.slipway.deployment.environment.Environments;
import io.slipway.deployment.environment.HoldManagement;
import io.slipway.deployment.environment.WhatRuns;
import io.slipway.input.InvalidInputException;
import io.slipway.schedule.Occurrence;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Times;
import io.slipway.ui.form.FormErrors;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The environments: the way to production, the page of each, and what its keeper changes
 * of it. The service decides who may.
 */
@Controller
@Navigation(Navigation.Section.DEPLOYMENTS)
@RequestMapping("/environments")
class EnvironmentController {

    private static final String KEEPER = "hasAuthority('deployment-manager')";

    private static final int AHEAD_DAYS = 28;

    private static final int MOST_PERIODS = 200;

    private final Environments environments;

    private final HoldManagement holds;

    private final BookingManagement bookings;

    private final WhatRuns whatRuns;

    private final Deployers deployers;

    private final Drifts drifts;

    private final EnvironmentManagement contents;

    private final ScheduleManagement schedule;

    private final Messages messages;

    private final Times times;

    private final Clock clock;

    EnvironmentController(Environments environments, HoldManagement holds, BookingManagement bookings,
            WhatRuns whatRuns, Deployers deployers, Drifts drifts, EnvironmentManagement contents,
            ScheduleManagement schedule, Messages messages, Times times, Clock clock) {
        this.environments = environments;
        this.holds = holds;
        this.bookings = bookings;
        this.whatRuns = whatRuns;
        this.deployers = deployers;
        this.drifts = drifts;
        this.contents = contents;
        this.schedule = schedule;
        this.messages = messages;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String from) {
        return new ModelAndView("deployment/environments", "page", this.environments.list(from)).addObject("now",
                this.clock.instant());
    }

    @GetMapping("/{key}")
    ModelAndView show(@PathVariable String key, @RequestParam(defaultValue = "") String services,
            @RequestParam(defaultValue = "") String bookings, @RequestParam(defaultValue = "") String history) {
        EnvironmentDetails environment = this.environments.get(key);
        Instant now = this.clock.instant();
        return new ModelAndView("deployment/environment", "environment", environment).addObject("now", now)
            .addObject("queue", this.holds.queue(key))
            .addObject("history", this.holds.history(key, history))
            .addObject("bookings", this.bookings.next(key, bookings))
            .addObject("running", this.whatRuns.in(key, services))
            .addObject("deployers", this.deployers.in(key))
            .addObject("drift", this.drifts.of(List.of(key)).get(key))
            .addObject("contents", this.contents.contents(key))
            .addObject("periods", periods(key, now));
    }

    @PreAuthorize(KEEPER)
    @GetMapping("/new")
    ModelAndView begin() {
        return new ModelAndView("deployment/environment-form", "form", EnvironmentForm.empty(this.times.zoneName()));
    }

    @PreAuthorize(KEEPER)
    @PostMapping
    ModelAndView register(@ModelAttribute("form") EnvironmentForm form, BindingResult errors,
            RedirectAttributes flash) {
        try {
            this.environments.register(form.key(), form.profile());
            return done("deployment.environment.registered.done", form.key(), flash);
        }
        catch (InvalidInputException ex) {
            return refused("deployment/environment-form", errors, ex);
        }
    }

    @PreAuthorize(KEEPER)
    @GetMapping("/{key}/edit")
    ModelAndView edit(@PathVariable String key) {
        return new ModelAndView("deployment/environment-form", "form", EnvironmentForm.of(this.environments.get(key)));
    }

    @PreAuthorize(KEEPER)
    @PostMapping("/{key}")
    ModelAndView change(@PathVariable String key, @ModelAttribute("form") EnvironmentForm form, BindingResult errors,
            RedirectAttributes flash) {
        try {
            this.environments.change(key, form.shown(), form.profile());
            return done("deployment.environment.changed.done", key, flash);
        }
        catch (InvalidInputException ex) {
            return refused("deployment/environment-form", errors, ex);
        }
    }

    @PreAuthorize(KEEPER)
    @GetMapping("/{key}/ready")
    ModelAndView ready(@PathVariable String key) {
        return ready(new ModelAndView("deployment/environment-ready", "form", new NoteForm("")), key);
    }

    @PreAuthorize(KEEPER)
    @PostMapping("/{key}/ready")
    ModelAndView confirm(@PathVariable String key, @ModelAttribute("form") NoteForm form, BindingResult errors,
            RedirectAttributes flash) {
        try {
            this.environments.confirmReady(key, form.note());
            return done("deployment.environment.confirmed.done", key, flash);
        }
        catch (InvalidInputException ex) {
            return ready(refused("deployment/environment-ready", errors, ex), key);
        }
    }

    @PreAuthorize(KEEPER)
    @PostMapping("/{key}/ready/withdraw")
    ModelAndView withdraw(@PathVariable String key, @ModelAttribute("form") EndForm form, BindingResult errors,
            RedirectAttributes flash) {
        try {
            this.environments.withdrawReady(key, form.reason());
            return done("deployment.environment.withdrawn.done", key, flash);
        }
        catch (InvalidInputException ex) {
            return withdrawal(refused("deployment/environment-end", errors, ex), key);
        }
    }

    @PreAuthorize(KEEPER)
    @GetMapping("/{key}/ready/withdraw")
    ModelAndView withdrawing(@PathVariable String key) {
        return withdrawal(new ModelAndView("deployment/environment-end", "form", new EndForm("")), key);
    }

    private ModelAndView withdrawal(ModelAndView page, String key) {
        EnvironmentDetails environment = this.environments.get(key);
        EnvironmentDetails.Confirmed ready = environment.ready();
        return page.addObject("environment", environment)
            .addObject("act", "ready/withdraw")
            .addObject("what", "withdraw")
            .addObject("purpose", (ready != null) ? ready.note() : "");
    }

    private ModelAndView ready(ModelAndView page, String key) {
        return page.addObject("environment", this.environments.get(key));
    }

    /** The windows and freezes of the next four weeks that name it, or no environment. */
    private List<Occurrence> periods(String key, Instant now) {
        return this.schedule.occurrences(now, now.plus(AHEAD_DAYS, ChronoUnit.DAYS), MOST_PERIODS)
            .stream()
            .filter((one) -> one.concerned().environments().isEmpty()
                    || one.concerned().environments().stream().anyMatch(key::equalsIgnoreCase))
            .limit(BookingController.SHOWN)
            .toList();
    }

    private static ModelAndView refused(String view, BindingResult errors, InvalidInputException refusal) {
        FormErrors.add(errors, refusal);
        return new ModelAndView(view, errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ModelAndView done(String code, String key, RedirectAttributes flash) {
        this.messages.success(flash, code, key);
        flash.addAttribute("key", key);
        return new ModelAndView("redirect:/environments/{key}");
    }

}
