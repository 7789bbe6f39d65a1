package io.slipway.deployment.check.web;

import io.slipway.deployment.check.Check;
import io.slipway.deployment.check.Checks;
import io.slipway.deployment.check.MonitoringSources;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The checks: what was measured of each, and what people read for one that nothing
 * measures.
 */
@Controller
@Navigation(Navigation.Section.DEPLOYMENTS)
@RequestMapping("/deployments/checks")
class CheckController {

    private static final String PAGE = "deployment/check";

    private final Checks checks;

    private final Messages messages;

    CheckController(Checks checks, Messages messages) {
        this.checks = checks;
        this.messages = messages;
    }

    @PreAuthorize(MonitoringSources.READERS)
    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String from) {
        return new ModelAndView("deployment/checks", "page", this.checks.list(from));
    }

    @PreAuthorize(MonitoringSources.READERS)
    @GetMapping("/{id:\\d{1,18}}")
    ModelAndView show(@PathVariable long id) {
        return page(new ModelAndView(PAGE, "form", new ReadingForm("", "")), id);
    }

    @PreAuthorize(Checks.TYPISTS)
    @PostMapping("/{id:\\d{1,18}}/readings")
    ModelAndView type(@PathVariable long id, @ModelAttribute("form") ReadingForm form, BindingResult errors,
            RedirectAttributes flash) {
        try {
            this.checks.type(id, form.value(), form.note());
            this.messages.success(flash, "deployment.check.typed.done");
            flash.addAttribute("id", id);
            return new ModelAndView("redirect:/deployments/checks/{id}");
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
            return page(new ModelAndView(PAGE, errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY), id);
        }
    }

    private ModelAndView page(ModelAndView page, long id) {
        Check check = this.checks.get(id);
        return page.addObject("check", check).addObject("readings", this.checks.readings(check));
    }

}
