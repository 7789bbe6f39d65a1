package io.slipway.deployment.rehearsal.web;

import java.util.List;

import io.slipway.deployment.environment.Environments;
import io.slipway.deployment.rehearsal.RehearsalManagement;
import io.slipway.input.InvalidInputException;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.Choice;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Begins to rehearse the plan of a release; leads to the page of the run.
 */
@Controller
@Navigation(Section.RELEASES)
@RequestMapping("/releases/{key}/rehearsals")
class RehearsalController {

    private static final String KEEPER = "hasAuthority('deployment-manager')";

    private static final String FORM = "deployment/rehearsal";

    private final RehearsalManagement rehearsals;

    private final ReleaseManagement releases;

    private final Environments environments;

    private final Messages messages;

    RehearsalController(RehearsalManagement rehearsals, ReleaseManagement releases, Environments environments,
            Messages messages) {
        this.rehearsals = rehearsals;
        this.releases = releases;
        this.environments = environments;
        this.messages = messages;
    }

    @PreAuthorize(KEEPER)
    @GetMapping("/new")
    ModelAndView ask(@PathVariable String key) {
        List<Choice> places = places();
        return page(new ModelAndView(FORM, "form",
                new RehearsalForm(places.isEmpty() ? "" : places.get(places.size() - 1).value())), key);
    }

    @PreAuthorize(KEEPER)
    @PostMapping
    ModelAndView begin(@PathVariable String key, @ModelAttribute("form") RehearsalForm form, BindingResult errors,
            RedirectAttributes flash) {
        try {
            long run = this.rehearsals.begin(key, form.environment());
            this.messages.success(flash, "deployment.rehearsal.done");
            return new ModelAndView("redirect:/deployments/runs/" + run);
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
            return page(new ModelAndView(FORM, errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY), key);
        }
    }

    private ModelAndView page(ModelAndView page, String key) {
        return page.addObject("release", this.releases.get(key)).addObject("places", places());
    }

    /** The environments that nobody depends on, the nearest to production last. */
    private List<Choice> places() {
        return this.environments.list("")
            .rows()
            .stream()
            .filter((one) -> one.inUse() && !one.profile().production())
            .map((one) -> new Choice(one.key(), one.item().name()))
            .toList();
    }

}
