package io.slipway.deployment.pipeline.web;

import io.slipway.deployment.pipeline.AttemptState;
import io.slipway.deployment.pipeline.PipelineAttempt;
import io.slipway.deployment.pipeline.PipelineAttempts;
import io.slipway.deployment.pipeline.Pipelines;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.form.FormErrors;
import io.slipway.ui.form.FormText;

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
 * One attempt of a pipeline: what was told of it, by whom, and how it ended where only a
 * person can say so.
 */
@Controller
@Navigation(Navigation.Section.DEPLOYMENTS)
@RequestMapping("/deployments/attempts/{attempt}")
class AttemptController {

    private final PipelineAttempts attempts;

    private final Messages messages;

    AttemptController(PipelineAttempts attempts, Messages messages) {
        this.attempts = attempts;
        this.messages = messages;
    }

    @PreAuthorize(Pipelines.READERS)
    @GetMapping
    ModelAndView show(@PathVariable String attempt) {
        return page(new ModelAndView("deployment/attempt", "form", new OutcomeForm("", "")), attempt);
    }

    @PreAuthorize(Pipelines.KEEPERS)
    @PostMapping("/decide")
    ModelAndView decide(@PathVariable String attempt, @ModelAttribute("form") OutcomeForm form, BindingResult errors,
            RedirectAttributes flash) {
        try {
            this.attempts.decide(attempt, FormText.choice(AttemptState.class, form.outcome()), form.evidence());
            this.messages.success(flash, "deployment.pipeline.decided.done");
            flash.addAttribute("attempt", attempt);
            return new ModelAndView("redirect:/deployments/attempts/{attempt}");
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
            return page(new ModelAndView("deployment/attempt", errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY),
                    attempt);
        }
    }

    private ModelAndView page(ModelAndView page, String id) {
        PipelineAttempt attempt = this.attempts.get(id);
        return page.addObject("attempt", attempt).addObject("facts", this.attempts.facts(attempt));
    }

}
