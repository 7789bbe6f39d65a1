package io.slipway.identity.web;

import java.util.List;
import java.util.Locale;

import io.slipway.identity.guessing.Attempt;
import io.slipway.identity.guessing.Place;
import io.slipway.identity.guessing.SignInThrottle;
import io.slipway.identity.people.OwnAccount;
import io.slipway.identity.people.PersonDetails;
import io.slipway.ui.FormErrors;
import io.slipway.ui.InvalidInputException;
import io.slipway.ui.Times;
import io.slipway.ui.ZoneNames;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Everybody's own page: name, roles, time zone and password.
 */
@Controller
@RequestMapping("/me")
class AccountController {

    private static final String PAGE = "identity/me";

    private final OwnAccount account;

    private final SignInThrottle throttle;

    private final Times times;

    private final MessageSource messages;

    AccountController(OwnAccount account, SignInThrottle throttle, Times times, MessageSource messages) {
        this.account = account;
        this.throttle = throttle;
        this.times = times;
        this.messages = messages;
    }

    @ModelAttribute("zones")
    List<String> zones() {
        return ZoneNames.offered();
    }

    @ModelAttribute("person")
    PersonDetails person() {
        return this.account.get();
    }

    @GetMapping
    String show(@ModelAttribute("person") PersonDetails person, Model model) {
        model.addAttribute("zoneForm", new ZoneForm(person.profile().zone()));
        model.addAttribute("passwordForm", new OwnPasswordForm("", ""));
        return PAGE;
    }

    @PostMapping("/zone")
    String chooseZone(@Valid @ModelAttribute("zoneForm") ZoneForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                this.account.readTimesIn(form.text());
                return done("identity.me.zone-chosen", form.text(), flash);
            }
            catch (InvalidInputException ex) {
                FormErrors.add(errors, ex);
            }
        }
        model.addAttribute("passwordForm", new OwnPasswordForm("", ""));
        return PAGE;
    }

    @PostMapping("/password")
    String changePassword(@Valid @ModelAttribute("passwordForm") OwnPasswordForm form, BindingResult errors,
            @ModelAttribute("person") PersonDetails person, Model model, HttpServletRequest request,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                changePassword(person.userName(), form, request);
                return done("identity.me.password-changed", "", flash);
            }
            catch (InvalidInputException ex) {
                FormErrors.add(errors, ex);
            }
        }
        model.addAttribute("zoneForm", new ZoneForm(person.profile().zone()));
        return PAGE;
    }

    /** Guessing the old password is slowed down like guessing at sign-in. */
    private void changePassword(String userName, OwnPasswordForm form, HttpServletRequest request) {
        Attempt attempt = this.throttle.begin(userName, Place.SESSION);
        this.throttle.waitUntil(attempt).ifPresent((until) -> {
            throw new InvalidInputException("oldPassword", "identity.password.wait", this.times.relative(until));
        });
        this.account.changePassword(OwnPasswordForm.text(form.oldPassword()), OwnPasswordForm.text(form.password()),
                request.getSession().getId());
        this.throttle.succeeded(attempt);
    }

    private String done(String code, String argument, RedirectAttributes flash) {
        flash.addFlashAttribute("success", this.messages.getMessage(code, new Object[] { argument }, Locale.ENGLISH));
        return "redirect:/me";
    }

}
