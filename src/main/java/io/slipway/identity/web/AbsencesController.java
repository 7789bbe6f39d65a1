package io.slipway.identity.web;

import java.security.Principal;
import java.time.Instant;

import io.slipway.identity.people.AbsenceManagement;
import io.slipway.input.InputCheck;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.ui.form.FormErrors;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * When somebody is away: on one's own page, and for administrators beside each person.
 */
@Controller
class AbsencesController {

    private static final String ADMINISTRATOR = "hasAuthority('administrator')";

    private static final String OWN = "/me/absences";

    private static final String OF_OTHERS = "/administration/people/{userName}/absences";

    private final AbsenceManagement absences;

    private final Times times;

    private final Messages messages;

    AbsencesController(AbsenceManagement absences, Times times, Messages messages) {
        this.absences = absences;
        this.times = times;
        this.messages = messages;
    }

    @GetMapping(OWN)
    String own(Principal principal, Model model) {
        return page(principal.getName(), true, AbsenceForm.empty(), model);
    }

    @PostMapping(OWN)
    String addOwn(@ModelAttribute("form") AbsenceForm form, BindingResult errors, Principal principal, Model model,
            RedirectAttributes flash) {
        return add(principal.getName(), true, form, errors, model, flash);
    }

    @PostMapping(OWN + "/{id:\\d{1,18}}/remove")
    String removeOwn(@PathVariable long id, Principal principal, RedirectAttributes flash) {
        return remove(principal.getName(), true, id, flash);
    }

    @GetMapping(OF_OTHERS)
    String ofOther(@PathVariable String userName, Model model) {
        return page(userName, false, AbsenceForm.empty(), model);
    }

    @PreAuthorize(ADMINISTRATOR)
    @PostMapping(OF_OTHERS)
    String addForOther(@PathVariable String userName, @ModelAttribute("form") AbsenceForm form, BindingResult errors,
            Model model, RedirectAttributes flash) {
        return add(userName, false, form, errors, model, flash);
    }

    @PreAuthorize(ADMINISTRATOR)
    @PostMapping(OF_OTHERS + "/{id:\\d{1,18}}/remove")
    String removeForOther(@PathVariable String userName, @PathVariable long id, RedirectAttributes flash) {
        return remove(userName, false, id, flash);
    }

    private String add(String userName, boolean own, AbsenceForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        return FormErrors.none(errors, () -> add(userName, form)) ? done("identity.absence.added", userName, own, flash)
                : page(userName, own, form, model);
    }

    private void add(String userName, AbsenceForm form) {
        InputCheck check = new InputCheck();
        Instant from = this.times.read(check, "from", form.from());
        Instant until = this.times.read(check, "until", form.until());
        check.finish(() -> this.absences.add(userName, from, until, form.reason()));
    }

    private String remove(String userName, boolean own, long id, RedirectAttributes flash) {
        this.absences.remove(userName, id);
        return done("identity.absence.removed", userName, own, flash);
    }

    private String page(String userName, boolean own, AbsenceForm form, Model model) {
        model.addAttribute("absences", this.absences.of(userName));
        model.addAttribute("userName", userName);
        model.addAttribute("own", own);
        model.addAttribute("form", form);
        return "identity/absences";
    }

    private String done(String code, String userName, boolean own, RedirectAttributes flash) {
        this.messages.success(flash, code);
        if (!own) {
            flash.addAttribute("userName", userName);
        }
        return "redirect:" + (own ? OWN : OF_OTHERS);
    }

}
