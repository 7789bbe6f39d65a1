package io.slipway.release.web;

import io.slipway.input.InvalidInputException;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.FormErrors;
import io.slipway.workflow.NotWaitingException;
import io.slipway.workflow.Suspensions;

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
 * Where release managers give a release up: asks once more, and for the reason.
 */
@Controller
@Navigation(Section.RELEASES)
@RequestMapping("/releases/{key}/cancel")
@PreAuthorize("hasAuthority('release-manager')")
class CancelReleaseController {

    private final ReleaseManagement releases;

    private final Suspensions suspensions;

    private final Messages messages;

    CancelReleaseController(ReleaseManagement releases, Suspensions suspensions, Messages messages) {
        this.releases = releases;
        this.suspensions = suspensions;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(@PathVariable String key) {
        ReleaseDetails release = this.releases.get(key);
        return page(new ModelAndView("release/cancel", "form", new CancelReleaseForm("")), release);
    }

    @PostMapping
    ModelAndView cancel(@PathVariable String key, @ModelAttribute("form") CancelReleaseForm form, BindingResult errors,
            RedirectAttributes flash) {
        ReleaseDetails release = this.releases.get(key);
        HttpStatus status = HttpStatus.UNPROCESSABLE_ENTITY;
        try {
            this.releases.cancel(release.key(), form.reason());
            this.messages.success(flash, "release.cancel.done", release.key());
            return new ModelAndView("redirect:/releases/" + release.key());
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
        }
        catch (NotWaitingException ex) {
            errors.reject("release.cancel.too-late");
            status = HttpStatus.CONFLICT;
        }
        catch (ConcurrencyFailureException ex) {
            errors.reject("release.cancel.moved-on");
            status = HttpStatus.CONFLICT;
        }
        return page(new ModelAndView("release/cancel", errors.getModel(), status), this.releases.get(key));
    }

    private ModelAndView page(ModelAndView page, ReleaseDetails release) {
        return page.addObject("release", release)
            .addObject("suspended", this.suspensions.of(release.key()).isPresent());
    }

}
