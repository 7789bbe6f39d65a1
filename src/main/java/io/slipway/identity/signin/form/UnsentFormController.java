package io.slipway.identity.signin.form;

import java.io.IOException;
import java.security.Principal;
import java.util.Optional;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Shows, after signing in again, the form that was sent too late.
 */
@Controller
class UnsentFormController {

    private final UnsentForms forms;

    UnsentFormController(UnsentForms forms) {
        this.forms = forms;
    }

    @GetMapping(UnsentForms.ADDRESS)
    String show(Principal person, Model model) throws IOException {
        Optional<UnsentForm> form = this.forms.of(person.getName());
        if (form.isEmpty()) {
            return "redirect:/";
        }
        model.addAttribute("unsent", form.get());
        return "identity/unsent-form";
    }

    @PostMapping(UnsentForms.ADDRESS + "/discard")
    String discard(Principal person) throws IOException {
        String page = this.forms.of(person.getName()).map(UnsentForm::page).orElse("/");
        this.forms.forget(person.getName());
        return "redirect:" + page;
    }

}
