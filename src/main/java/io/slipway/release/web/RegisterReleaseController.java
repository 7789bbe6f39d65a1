package io.slipway.release.web;

import io.slipway.input.InvalidInputException;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.FormErrors;
import org.jspecify.annotations.Nullable;

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
 * Where release managers register a release, from nothing or as a copy of another.
 */
@Controller
@Navigation(Section.RELEASES)
@RequestMapping("/releases/new")
@PreAuthorize("hasAuthority('release-manager')")
class RegisterReleaseController {

    private final ReleaseManagement releases;

    private final Messages messages;

    RegisterReleaseController(ReleaseManagement releases, Messages messages) {
        this.releases = releases;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(@RequestParam(required = false) @Nullable String from) {
        RegisterReleaseForm form = (from == null || from.isBlank()) ? RegisterReleaseForm.fresh()
                : RegisterReleaseForm.copyOf(this.releases.get(from));
        return new ModelAndView("release/new", "form", form);
    }

    @PostMapping
    ModelAndView register(@ModelAttribute("form") RegisterReleaseForm form, BindingResult errors,
            RedirectAttributes flash) {
        try {
            String key = this.releases.register(form.toCommand());
            this.messages.success(flash, "release.new.done", key);
            return new ModelAndView("redirect:/releases/" + key);
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
        }
        return new ModelAndView("release/new", errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

}
