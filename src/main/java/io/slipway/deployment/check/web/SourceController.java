package io.slipway.deployment.check.web;

import io.slipway.deployment.check.MonitoringSource;
import io.slipway.deployment.check.MonitoringSources;
import io.slipway.deployment.tool.ToolAddresses;
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
 * The systems that checks ask.
 */
@Controller
@Navigation(Navigation.Section.DEPLOYMENTS)
@RequestMapping("/deployments/sources")
class SourceController {

    private static final String FORM = "deployment/source-form";

    private final MonitoringSources sources;

    private final ToolAddresses addresses;

    private final Messages messages;

    SourceController(MonitoringSources sources, ToolAddresses addresses, Messages messages) {
        this.sources = sources;
        this.addresses = addresses;
        this.messages = messages;
    }

    @PreAuthorize(MonitoringSources.READERS)
    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String from) {
        return new ModelAndView("deployment/sources", "page", this.sources.list(from));
    }

    @PreAuthorize(MonitoringSources.KEEPERS)
    @GetMapping("/new")
    ModelAndView begin() {
        return form(new ModelAndView(FORM, "form", SourceForm.empty()));
    }

    @PreAuthorize(MonitoringSources.KEEPERS)
    @PostMapping
    ModelAndView register(@ModelAttribute("form") SourceForm form, BindingResult errors, RedirectAttributes flash) {
        try {
            MonitoringSource source = form.source(null);
            this.sources.register(source);
            return done("deployment.check.source.registered.done", source.source(), flash);
        }
        catch (InvalidInputException ex) {
            return refused(errors, ex);
        }
    }

    @PreAuthorize(MonitoringSources.KEEPERS)
    @GetMapping("/{source}/edit")
    ModelAndView edit(@PathVariable String source) {
        return form(new ModelAndView(FORM, "form", SourceForm.of(this.sources.get(source))));
    }

    @PreAuthorize(MonitoringSources.KEEPERS)
    @PostMapping("/{source}")
    ModelAndView change(@PathVariable String source, @ModelAttribute("form") SourceForm form, BindingResult errors,
            RedirectAttributes flash) {
        try {
            this.sources.change(form.source(this.sources.get(source).source()));
            return done("deployment.check.source.changed.done", source, flash);
        }
        catch (InvalidInputException ex) {
            return refused(errors, ex);
        }
    }

    private ModelAndView refused(BindingResult errors, InvalidInputException refusal) {
        FormErrors.add(errors, refusal);
        return form(new ModelAndView(FORM, errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY));
    }

    private ModelAndView form(ModelAndView page) {
        return page.addObject("kinds", MonitoringSources.KINDS).addObject("allowed", this.addresses.allowed());
    }

    private ModelAndView done(String code, String key, RedirectAttributes flash) {
        this.messages.success(flash, code, key);
        return new ModelAndView("redirect:/deployments/sources");
    }

}
