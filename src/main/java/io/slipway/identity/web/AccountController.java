package io.slipway.identity.web;

import java.time.Clock;
import java.util.List;

import io.slipway.identity.people.OwnAccount;
import io.slipway.identity.people.PersonDetails;
import io.slipway.identity.session.SignIn;
import io.slipway.identity.signin.confirmation.PasswordPrompt;
import io.slipway.ui.Messages;
import io.slipway.ui.ZoneNames;
import io.slipway.ui.form.FormErrors;
import jakarta.servlet.http.HttpServletRequest;

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

    private static final String GIVEN = "identity/password-given";

    private final OwnAccount account;

    private final PasswordPrompt prompt;

    private final Clock clock;

    private final Messages messages;

    AccountController(OwnAccount account, PasswordPrompt prompt, Clock clock, Messages messages) {
        this.account = account;
        this.prompt = prompt;
        this.clock = clock;
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
    String chooseZone(@ModelAttribute("zoneForm") ZoneForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        if (FormErrors.none(errors, () -> this.account.readTimesIn(form.zone()))) {
            return done("identity.me.zone-chosen", form.zone(), flash);
        }
        model.addAttribute("passwordForm", new OwnPasswordForm("", ""));
        return PAGE;
    }

    @GetMapping("/password")
    String showPassword(Model model, HttpServletRequest request) {
        model.addAttribute("passwordForm", new OwnPasswordForm("", ""));
        return isGiven(request) ? GIVEN : "redirect:/me";
    }

    @PostMapping("/password")
    String changePassword(@ModelAttribute("passwordForm") OwnPasswordForm form, BindingResult errors,
            @ModelAttribute("person") PersonDetails person, Model model, HttpServletRequest request,
            RedirectAttributes flash) {
        boolean given = isGiven(request);
        if (FormErrors.none(errors, () -> changePassword(form, request))) {
            String page = done("identity.me.password-changed", "", flash);
            return given ? "redirect:/" : page;
        }
        model.addAttribute("zoneForm", new ZoneForm(person.profile().zone()));
        return given ? GIVEN : PAGE;
    }

    private void changePassword(OwnPasswordForm form, HttpServletRequest request) {
        if (!form.oldPassword().isEmpty()) {
            this.prompt.check("oldPassword", form.oldPassword());
        }
        this.account.changePassword(form.oldPassword(), form.password(), request.getSession().getId());
        SignIn.of(request)
            .ifPresent((signIn) -> signIn.withOwnPassword(this.clock.instant()).keepIn(request.getSession()));
    }

    private static boolean isGiven(HttpServletRequest request) {
        return SignIn.of(request).filter(SignIn::passwordGiven).isPresent();
    }

    private String done(String code, String argument, RedirectAttributes flash) {
        this.messages.success(flash, code, argument);
        return "redirect:/me";
    }

}
