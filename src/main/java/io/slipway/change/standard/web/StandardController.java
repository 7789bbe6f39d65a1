package io.slipway.change.standard.web;

import java.util.Map;

import io.slipway.change.standard.StandardChangeManagement;
import io.slipway.change.standard.StandardRule;
import io.slipway.identity.CurrentActor;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.Risk;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.FormErrors;
import io.slipway.ui.form.RefusedForm;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
 * The standing authorisations: everybody reads them, two people make one.
 */
@Controller
@RequestMapping("/changes/standard")
@Navigation(Section.CHANGES)
class StandardController {

    private static final String PAGE = "redirect:/changes/standard/{id}";

    private static final String AUTHORITY = "hasAuthority('change-authority')";

    private static final String PROPOSER = "hasAnyAuthority('release-manager', 'change-authority')";

    private final StandardChangeManagement standardChanges;

    private final CurrentActor currentActor;

    private final Messages messages;

    StandardController(StandardChangeManagement standardChanges, CurrentActor currentActor, Messages messages) {
        this.standardChanges = standardChanges;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String from, Model model) {
        model.addAttribute("page", this.standardChanges.list(from));
        return "change/standard-changes";
    }

    @GetMapping("/new")
    @PreAuthorize(PROPOSER)
    String begin(Model model) {
        return showNew(StandardForm.empty(), model);
    }

    @PostMapping
    @PreAuthorize(PROPOSER)
    String propose(@ModelAttribute("form") StandardForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        InputCheck check = new InputCheck();
        StandardRule rule = form.toCommand(check);
        try {
            return done("change.standard.proposed", check.finish(() -> this.standardChanges.propose(rule)), flash);
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
        }
        return showNew(form, model);
    }

    @GetMapping("/{id:\\d{1,18}}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("standard", this.standardChanges.get(id));
        model.addAttribute("uses", this.standardChanges.usesThisMonth(id));
        model.addAttribute("me", this.currentActor.get().userName());
        return "change/standard-change";
    }

    @PostMapping("/{id:\\d{1,18}}/authorise")
    @PreAuthorize(AUTHORITY)
    ModelAndView authorise(@PathVariable long id, RedirectAttributes flash) {
        return act("change.standard.authorised", id, "", flash, () -> this.standardChanges.authorise(id));
    }

    @PostMapping("/{id:\\d{1,18}}/decline")
    @PreAuthorize(AUTHORITY)
    ModelAndView decline(@PathVariable long id, @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        return act("change.standard.declined", id, reason, flash, () -> this.standardChanges.decline(id, reason));
    }

    @PostMapping("/{id:\\d{1,18}}/withdraw")
    @PreAuthorize(AUTHORITY)
    ModelAndView withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        return act("change.standard.withdrawn", id, reason, flash, () -> this.standardChanges.withdraw(id, reason));
    }

    private ModelAndView act(String code, long id, String reason, RedirectAttributes flash, Runnable act) {
        try {
            act.run();
        }
        catch (InvalidInputException ex) {
            return RefusedForm.with(Map.of("reason", reason), this.messages.text(ex.code(), ex.arguments()),
                    "/changes/standard/{id}", id);
        }
        return new ModelAndView(done(code, id, flash));
    }

    private static String showNew(StandardForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("models", DeploymentModel.values());
        model.addAttribute("risks", Risk.values());
        return "change/standard-change-new";
    }

    private String done(String code, long id, RedirectAttributes flash) {
        this.messages.success(flash, code);
        flash.addAttribute("id", id);
        return PAGE;
    }

}
