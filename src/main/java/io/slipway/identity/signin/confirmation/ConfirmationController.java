package io.slipway.identity.signin.confirmation;

import java.time.Clock;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.session.SignIn;
import io.slipway.identity.signin.Accounts;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.form.FormErrors;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Asks for the password again, and goes on to where the person was going.
 */
@Controller
class ConfirmationController {

    static final String ADDRESS = "/me/confirm";

    private static final String PAGE = "identity/confirm";

    private final PasswordPrompt prompt;

    private final Accounts accounts;

    private final CurrentActor currentActor;

    private final Clock clock;

    ConfirmationController(PasswordPrompt prompt, Accounts accounts, CurrentActor currentActor, Clock clock) {
        this.prompt = prompt;
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @ModelAttribute("userName")
    String userName() {
        return this.currentActor.get().userName();
    }

    @GetMapping(ADDRESS)
    String show(@ModelAttribute("form") ConfirmationForm form) {
        return PAGE;
    }

    @PostMapping(ADDRESS)
    ModelAndView confirm(@ModelAttribute("form") ConfirmationForm form, BindingResult errors, Model model,
            HttpServletRequest request) {
        try {
            this.prompt.check("password", form.password());
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
            return new ModelAndView(PAGE, model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        SignIn.of(request).ifPresent((signIn) -> signIn.confirmed(this.clock.instant()).keepIn(request.getSession()));
        this.accounts.confirmed(this.currentActor.get());
        RedirectView onward = new RedirectView(form.target(), true);
        onward.setExpandUriTemplateVariables(false);
        return new ModelAndView(onward);
    }

}
