package io.slipway.identity.signin;

import java.util.Optional;

import jakarta.servlet.http.HttpSession;

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
    String show(HttpSession session, Model model) {
        Optional<UnsentForm> form = this.forms.of(session);
        if (form.isEmpty()) {
            return "redirect:/";
        }
        model.addAttribute("unsent", form.get());
        return "identity/unsent-form";
    }

    @PostMapping(UnsentForms.ADDRESS + "/discard")
    String discard(HttpSession session) {
        String page = this.forms.of(session).map(UnsentForm::page).orElse("/");
        this.forms.forget(session);
        return "redirect:" + page;
    }

}
