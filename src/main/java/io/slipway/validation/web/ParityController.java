package io.slipway.validation.web;

import java.util.Comparator;
import java.util.List;

import io.slipway.configuration.ItemSummary;
import io.slipway.input.InvalidInputException;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.form.FormErrors;
import io.slipway.validation.evidence.EvidenceDetails;
import io.slipway.validation.parity.ParityManagement;

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
 * The form that compares a test environment with production, and leads to what differs.
 */
@Controller
@Navigation(Navigation.Section.RELEASES)
@PreAuthorize("hasAnyAuthority('build-engineer', 'test-manager')")
@RequestMapping("/releases/{key}/parity")
class ParityController {

    private final ParityManagement parity;

    private final ReleaseManagement releases;

    private final Messages messages;

    ParityController(ParityManagement parity, ReleaseManagement releases, Messages messages) {
        this.parity = parity;
        this.releases = releases;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView begin(@PathVariable String key) {
        List<ItemSummary> critical = this.parity.environments()
            .stream()
            .sorted(Comparator.comparing(ItemSummary::criticality).reversed())
            .toList();
        ParityForm form = new ParityForm((critical.size() == 2) ? critical.get(1).key() : "",
                critical.isEmpty() ? "" : critical.get(0).key());
        return form(new ModelAndView("validation/parity", "form", form), this.releases.get(key));
    }

    @PostMapping
    ModelAndView compare(@PathVariable String key, @ModelAttribute("form") ParityForm form, BindingResult errors,
            RedirectAttributes flash) {
        ReleaseDetails release = this.releases.get(key);
        try {
            EvidenceDetails kept = this.parity.compare(release.key(), form.test(), form.production());
            this.messages.success(flash, "validation.parity.done");
            return new ModelAndView("redirect:/releases/" + release.key() + "/evidence/" + kept.id());
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
            return form(new ModelAndView("validation/parity", errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY),
                    release);
        }
    }

    private ModelAndView form(ModelAndView page, ReleaseDetails release) {
        return page.addObject("release", release).addObject("few", this.parity.environments().size() < 2);
    }

}
