package io.slipway.packaging.web;

import io.slipway.input.InvalidInputException;
import io.slipway.packaging.ReopenManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.FormErrors;
import io.slipway.workflow.NotWaitingException;

import org.springframework.dao.ConcurrencyFailureException;
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
 * Where an assembled package is taken apart: says first what will have to be done again,
 * and asks for the reason.
 */
@Controller
@Navigation(Section.RELEASES)
@RequestMapping("/releases/{key}/package/reopen")
@PreAuthorize("hasAnyAuthority('build-engineer', 'release-manager')")
class ReopenPackageController {

    private static final String PAGE = "release/reopen";

    private final ReleaseManagement releases;

    private final ReopenManagement reopening;

    private final Messages messages;

    ReopenPackageController(ReleaseManagement releases, ReopenManagement reopening, Messages messages) {
        this.releases = releases;
        this.reopening = reopening;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(@PathVariable String key) {
        ReleaseDetails release = this.releases.get(key);
        ReopenPackageForm form = new ReopenPackageForm("", Integer.toString(release.version()));
        return page(new ModelAndView(PAGE, "form", form), release);
    }

    @PostMapping
    ModelAndView reopen(@PathVariable String key, @ModelAttribute("form") ReopenPackageForm form, BindingResult errors,
            RedirectAttributes flash) {
        ReleaseDetails release = this.releases.get(key);
        HttpStatus status = HttpStatus.UNPROCESSABLE_ENTITY;
        try {
            this.reopening.reopen(release.key(), form.shownVersion(), form.reason());
            this.messages.success(flash, "release.package.reopen.done", release.key());
            return new ModelAndView("redirect:/releases/" + release.key() + "/package");
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
        }
        catch (NotWaitingException | ConcurrencyFailureException ex) {
            errors.reject("release.package.reopen.moved-on");
            status = HttpStatus.CONFLICT;
        }
        return page(new ModelAndView(PAGE, errors.getModel(), status), this.releases.get(key));
    }

    private ModelAndView page(ModelAndView page, ReleaseDetails release) {
        return page.addObject("release", release).addObject("reopenable", this.reopening.reopenable(release));
    }

}
