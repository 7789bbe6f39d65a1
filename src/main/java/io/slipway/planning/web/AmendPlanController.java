package io.slipway.planning.web;

import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.Amendment;
import io.slipway.planning.AmendmentManagement;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.plan.Plan;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.Times;
import io.slipway.ui.form.FormErrors;
import io.slipway.ui.form.FormText;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where release managers amend an approved plan: they see what would change and what that
 * makes void before they confirm it with a reason.
 */
@Controller
@Navigation(Section.RELEASES)
@RequestMapping("/releases/{key}/plan/amend")
@PreAuthorize("hasAuthority('release-manager')")
class AmendPlanController {

    private static final String PAGE = "planning/amend";

    private final ReleaseManagement releases;

    private final AmendmentManagement amendments;

    private final CurrentPlans plans;

    private final Times times;

    private final Messages messages;

    AmendPlanController(ReleaseManagement releases, AmendmentManagement amendments, CurrentPlans plans, Times times,
            Messages messages) {
        this.releases = releases;
        this.amendments = amendments;
        this.plans = plans;
        this.times = times;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(@PathVariable String key) {
        ReleaseDetails release = this.releases.get(key);
        CompletePlanForm form = CompletePlanForm.of("", release.version(), this.plans.of(release).plan(), this.times);
        return filled(new ModelAndView(PAGE, "form", form), release);
    }

    @PostMapping
    ModelAndView amend(@PathVariable String key, @ModelAttribute("form") CompletePlanForm form, BindingResult errors,
            @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String seen,
            RedirectAttributes flash) {
        ReleaseDetails release = this.releases.get(key);
        HttpStatus status = HttpStatus.UNPROCESSABLE_ENTITY;
        Amendment shown = null;
        try {
            InputCheck check = new InputCheck();
            Plan plan = form.toPlan(this.plans.of(release).plan(), this.times, check);
            shown = check.finish(() -> this.amendments.preview(release.key(), plan));
            if (!"confirm".equals(form.outcome())) {
                status = HttpStatus.OK;
            }
            else if (!shown.digest().equals(seen)) {
                errors.reject("planning.amend.again");
            }
            else {
                this.amendments.amend(release.key(), form.seen(), plan, FormText.of(reason));
                this.messages.success(flash, "planning.amend.done", release.key());
                return new ModelAndView("redirect:/releases/" + release.key() + "/plan");
            }
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
        }
        catch (NotWaitingException | ConcurrencyFailureException ex) {
            errors.reject("planning.amend.moved-on");
            status = HttpStatus.CONFLICT;
        }
        ModelAndView page = new ModelAndView(PAGE, errors.getModel(), status).addObject("reason", reason)
            .addObject("amendment", shown);
        return filled(page, release);
    }

    private ModelAndView filled(ModelAndView page, ReleaseDetails release) {
        return page.addObject("release", release).addObject("amendable", this.amendments.amendable(release));
    }

}
