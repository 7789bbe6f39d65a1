package io.slipway.monitor.operation.web;

import java.util.function.BiConsumer;

import io.slipway.input.InvalidInputException;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.FormErrors;
import io.slipway.workflow.Suspensions;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.operation.ReleaseSuspension;

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
 * Suspends a release and resumes it, after saying what that means.
 */
@Controller
@Navigation(Section.MONITOR)
@RequestMapping("/monitor/releases/{key}/operations")
@PreAuthorize("hasAuthority('release-manager')")
class SuspensionController {

    private final ReleaseManagement releases;

    private final ReleaseSuspension suspension;

    private final Suspensions suspensions;

    private final WorkItems workItems;

    private final Messages messages;

    SuspensionController(ReleaseManagement releases, ReleaseSuspension suspension, Suspensions suspensions,
            WorkItems workItems, Messages messages) {
        this.releases = releases;
        this.suspension = suspension;
        this.suspensions = suspensions;
        this.workItems = workItems;
        this.messages = messages;
    }

    @GetMapping("/suspend")
    ModelAndView askToSuspend(@PathVariable String key) {
        return page(new ModelAndView("monitor/suspension", "form", new OperationForm("")), key, "suspend");
    }

    @PostMapping("/suspend")
    ModelAndView suspend(@PathVariable String key, @ModelAttribute("form") OperationForm form, BindingResult errors,
            RedirectAttributes flash) {
        return act(key, "suspend", form, errors, flash, this.suspension::suspend);
    }

    @GetMapping("/resume")
    ModelAndView askToResume(@PathVariable String key) {
        return page(new ModelAndView("monitor/suspension", "form", new OperationForm("")), key, "resume");
    }

    @PostMapping("/resume")
    ModelAndView resume(@PathVariable String key, @ModelAttribute("form") OperationForm form, BindingResult errors,
            RedirectAttributes flash) {
        return act(key, "resume", form, errors, flash, this.suspension::resume);
    }

    private ModelAndView act(String key, String operation, OperationForm form, BindingResult errors,
            RedirectAttributes flash, BiConsumer<String, String> act) {
        ReleaseDetails release = this.releases.get(key);
        try {
            act.accept(release.key(), form.reason());
            this.messages.success(flash, "operation." + operation + ".done", release.key());
            return new ModelAndView("redirect:/monitor/releases/" + release.key() + "/operations");
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
            return page(new ModelAndView("monitor/suspension", errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY), key,
                    operation);
        }
    }

    private ModelAndView page(ModelAndView page, String key, String operation) {
        ReleaseDetails release = this.releases.get(key);
        return page.addObject("release", release)
            .addObject("operation", operation)
            .addObject("running", this.suspension.running(release.key()))
            .addObject("open", this.workItems.openOf(release.key()))
            .addObject("suspension", this.suspensions.of(release.key()).orElse(null));
    }

}
