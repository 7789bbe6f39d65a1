package io.slipway.deployment.environment.web;

import io.slipway.deployment.environment.Booking;
import io.slipway.deployment.environment.BookingManagement;
import io.slipway.deployment.environment.EnvironmentHold;
import io.slipway.deployment.environment.Environments;
import io.slipway.deployment.environment.HoldManagement;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.schedule.DeploymentSlot;
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
 * Who gets an environment when: asking to have it, giving it back, booking it, cancelling
 * that. The service decides who may.
 */
@Controller
@Navigation(Navigation.Section.DEPLOYMENTS)
@RequestMapping("/environments/{key}")
class BookingController {

    /** Rows of a short list. */
    static final int SHOWN = 10;

    private static final String ASKERS = "hasAnyAuthority('release-manager', 'deployment-manager', 'test-manager')";

    private static final String HOLD = "deployment/environment-hold";

    private static final String BOOKING = "deployment/environment-booking";

    private static final String END = "deployment/environment-end";

    private final Environments environments;

    private final HoldManagement holds;

    private final BookingManagement bookings;

    private final Messages messages;

    private final Times times;

    BookingController(Environments environments, HoldManagement holds, BookingManagement bookings, Messages messages,
            Times times) {
        this.environments = environments;
        this.holds = holds;
        this.bookings = bookings;
        this.messages = messages;
        this.times = times;
    }

    @PreAuthorize(ASKERS)
    @GetMapping("/hold")
    ModelAndView ask(@PathVariable String key, @RequestParam(defaultValue = "") String release) {
        return hold(new ModelAndView(HOLD, "form", new HoldForm(release, "")), key);
    }

    @PreAuthorize(ASKERS)
    @PostMapping("/hold")
    ModelAndView hold(@PathVariable String key, @ModelAttribute("form") HoldForm form, BindingResult errors,
            RedirectAttributes flash) {
        try {
            boolean held = this.holds.ask(key, form.release(), form.purpose());
            return done(held ? "deployment.environment.held.done" : "deployment.environment.queued.done", key, flash);
        }
        catch (InvalidInputException ex) {
            return hold(refused(HOLD, errors, ex), key);
        }
    }

    private ModelAndView hold(ModelAndView page, String key) {
        return page.addObject("environment", this.environments.get(key)).addObject("queue", this.holds.queue(key));
    }

    @PreAuthorize(ASKERS)
    @GetMapping("/holds/{id:\\d{1,18}}/end")
    ModelAndView ending(@PathVariable String key, @PathVariable long id) {
        return end(new ModelAndView(END, "form", new EndForm("")), this.holds.get(key, id));
    }

    @PreAuthorize(ASKERS)
    @PostMapping("/holds/{id:\\d{1,18}}/end")
    ModelAndView end(@PathVariable String key, @PathVariable long id, @ModelAttribute("form") EndForm form,
            BindingResult errors, RedirectAttributes flash) {
        try {
            this.holds.end(key, id, form.reason());
            return done("deployment.environment.given-back.done", key, flash);
        }
        catch (InvalidInputException ex) {
            return end(refused(END, errors, ex), this.holds.get(key, id));
        }
    }

    private ModelAndView end(ModelAndView page, EnvironmentHold hold) {
        return page.addObject("environment", this.environments.get(hold.environment()))
            .addObject("act", "holds/" + hold.id() + "/end")
            .addObject("what", hold.holding() ? "give-back" : "give-up")
            .addObject("purpose", hold.purpose());
    }

    @PreAuthorize(ASKERS)
    @GetMapping("/bookings/new")
    ModelAndView begin(@PathVariable String key, @RequestParam(defaultValue = "") String release) {
        return booking(new ModelAndView(BOOKING, "form", new BookingForm(release, "", "true", "", "")), key);
    }

    @PreAuthorize(ASKERS)
    @PostMapping("/bookings")
    ModelAndView book(@PathVariable String key, @ModelAttribute("form") BookingForm form, BindingResult errors,
            RedirectAttributes flash) {
        try {
            InputCheck check = new InputCheck();
            long id = check.finish(() -> this.bookings.book(key, form.draft(this.times, check)));
            Booking booking = this.bookings.get(key, id);
            String contention = String.join(", ",
                    this.bookings.contention(booking).stream().map(DeploymentSlot::releaseKey).toList());
            if (!contention.isEmpty()) {
                flash.addFlashAttribute("contention", contention);
            }
            return done("deployment.environment.booked.done", key, flash);
        }
        catch (InvalidInputException ex) {
            return booking(refused(BOOKING, errors, ex), key);
        }
    }

    private ModelAndView booking(ModelAndView page, String key) {
        return page.addObject("environment", this.environments.get(key))
            .addObject("bookings", this.bookings.next(key, ""));
    }

    @PreAuthorize(ASKERS)
    @GetMapping("/bookings/{id:\\d{1,18}}/cancel")
    ModelAndView cancelling(@PathVariable String key, @PathVariable long id) {
        return cancel(new ModelAndView(END, "form", new EndForm("")), this.bookings.get(key, id));
    }

    @PreAuthorize(ASKERS)
    @PostMapping("/bookings/{id:\\d{1,18}}/cancel")
    ModelAndView cancel(@PathVariable String key, @PathVariable long id, @ModelAttribute("form") EndForm form,
            BindingResult errors, RedirectAttributes flash) {
        try {
            this.bookings.cancel(key, id, form.reason());
            return done("deployment.environment.booking-cancelled.done", key, flash);
        }
        catch (InvalidInputException ex) {
            return cancel(refused(END, errors, ex), this.bookings.get(key, id));
        }
    }

    private ModelAndView cancel(ModelAndView page, Booking booking) {
        return page.addObject("environment", this.environments.get(booking.environment()))
            .addObject("act", "bookings/" + booking.id() + "/cancel")
            .addObject("what", "cancel")
            .addObject("purpose", booking.purpose());
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
