package io.slipway.deployment.pipeline.web;

import io.slipway.deployment.pipeline.Pipeline;
import io.slipway.deployment.pipeline.PipelineAttempts;
import io.slipway.deployment.pipeline.Pipelines;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.PortalAddress;
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
 * The pipelines: what each is, and each time that it was told to deploy.
 */
@Controller
@Navigation(Navigation.Section.DEPLOYMENTS)
@RequestMapping("/deployments/pipelines")
class PipelineController {

    private static final String FORM = "deployment/pipeline-form";

    private final Pipelines pipelines;

    private final PipelineAttempts attempts;

    private final Messages messages;

    private final PortalAddress address;

    PipelineController(Pipelines pipelines, PipelineAttempts attempts, Messages messages, PortalAddress address) {
        this.pipelines = pipelines;
        this.attempts = attempts;
        this.messages = messages;
        this.address = address;
    }

    @PreAuthorize(Pipelines.READERS)
    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String from) {
        return new ModelAndView("deployment/pipelines", "page", this.pipelines.list(from));
    }

    @PreAuthorize(Pipelines.READERS)
    @GetMapping("/{pipeline}")
    ModelAndView show(@PathVariable String pipeline, @RequestParam(defaultValue = "") String from) {
        Pipeline one = this.pipelines.get(pipeline);
        return new ModelAndView("deployment/pipeline", "pipeline", one)
            .addObject("callback", this.address.of("/api/v1/pipelines/" + one.pipeline() + "/events"))
            .addObject("page", this.attempts.ofPipeline(one.pipeline(), from));
    }

    @PreAuthorize(Pipelines.KEEPERS)
    @GetMapping("/new")
    ModelAndView begin() {
        return new ModelAndView(FORM, "form", PipelineForm.empty());
    }

    @PreAuthorize(Pipelines.KEEPERS)
    @PostMapping
    ModelAndView register(@ModelAttribute("form") PipelineForm form, BindingResult errors, RedirectAttributes flash) {
        try {
            Pipeline pipeline = form.pipeline(null);
            this.pipelines.register(pipeline);
            return done("deployment.pipeline.registered.done", pipeline.pipeline(), flash);
        }
        catch (InvalidInputException ex) {
            return refused(errors, ex);
        }
    }

    @PreAuthorize(Pipelines.KEEPERS)
    @GetMapping("/{pipeline}/edit")
    ModelAndView edit(@PathVariable String pipeline) {
        return new ModelAndView(FORM, "form", PipelineForm.of(this.pipelines.get(pipeline)));
    }

    @PreAuthorize(Pipelines.KEEPERS)
    @PostMapping("/{pipeline}")
    ModelAndView change(@PathVariable String pipeline, @ModelAttribute("form") PipelineForm form, BindingResult errors,
            RedirectAttributes flash) {
        try {
            this.pipelines.change(form.pipeline(this.pipelines.get(pipeline).pipeline()));
            return done("deployment.pipeline.changed.done", pipeline, flash);
        }
        catch (InvalidInputException ex) {
            return refused(errors, ex);
        }
    }

    private static ModelAndView refused(BindingResult errors, InvalidInputException refusal) {
        FormErrors.add(errors, refusal);
        return new ModelAndView(FORM, errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ModelAndView done(String code, String key, RedirectAttributes flash) {
        this.messages.success(flash, code, key);
        flash.addAttribute("key", key);
        return new ModelAndView("redirect:/deployments/pipelines/{key}");
    }

}
