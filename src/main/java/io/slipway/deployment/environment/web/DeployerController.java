package io.slipway.deployment.environment.web;

import io.slipway.deployment.environment.Deployers;
import io.slipway.deployment.environment.EnvironmentDetails;
import io.slipway.deployment.environment.Environments;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Which pipeline may deploy which service into an environment, and by which credential.
 * The service decides who may change that.
 */
@Controller
@Navigation(Navigation.Section.DEPLOYMENTS)
@RequestMapping("/environments/{key}/deployers")
class DeployerController {

    private static final String KEEPER = "hasAuthority('deployment-manager')";

    private static final String FORM = "deployment/environment-deployer";

    private static final String END = "deployment/environment-end";

    private final Environments environments;

    private final Deployers deployers;

    private final Messages messages;

    DeployerController(Environments environments, Deployers deployers, Messages messages) {
        this.environments = environments;
        this.deployers = deployers;
        this.messages = messages;
    }

    @PreAuthorize(KEEPER)
    @GetMapping("/new")
    ModelAndView begin(@PathVariable String key) {
        EnvironmentDetails environment = this.environments.get(key);
        String live = environment.profile().production() ? "true" : "";
        return new ModelAndView(FORM, "form", new DeployerForm("", live, "", "")).addObject("environment", environment);
    }

    @PreAuthorize(KEEPER)
    @PostMapping
    ModelAndView add(@PathVariable String key, @ModelAttribute("form") DeployerForm form, BindingResult errors,
            RedirectAttributes flash) {
        try {
            this.deployers.add(key, form.service(), Boolean.parseBoolean(form.live()), form.pipeline(),
                    form.credential());
            return done("deployment.environment.deployer.done", form.pipeline(), key, flash);
        }
        catch (InvalidInputException ex) {
            return refused(FORM, errors, ex).addObject("environment", this.environments.get(key));
        }
    }

    @PreAuthorize(KEEPER)
    @GetMapping("/{id:\\d{1,18}}/end")
    ModelAndView ending(@PathVariable String key, @PathVariable long id) {
        return end(new ModelAndView(END, "form", new EndForm("")), key, id);
    }

    @PreAuthorize(KEEPER)
    @PostMapping("/{id:\\d{1,18}}/end")
    ModelAndView end(@PathVariable String key, @PathVariable long id, @ModelAttribute("form") EndForm form,
            BindingResult errors, RedirectAttributes flash) {
        try {
            String pipeline = this.deployers.get(key, id).pipeline();
            this.deployers.remove(key, id, form.reason());
            return done("deployment.environment.deployer.removed", pipeline, key, flash);
        }
        catch (InvalidInputException ex) {
            return end(refused(END, errors, ex), key, id);
        }
    }

    private ModelAndView end(ModelAndView page, String key, long id) {
        return page.addObject("environment", this.environments.get(key))
            .addObject("act", "deployers/" + id + "/end")
            .addObject("what", "deployer")
            .addObject("purpose", this.deployers.get(key, id).pipeline());
    }

    private static ModelAndView refused(String view, BindingResult errors, InvalidInputException refusal) {
        FormErrors.add(errors, refusal);
        return new ModelAndView(view, errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ModelAndView done(String code, String pipeline, String key, RedirectAttributes flash) {
        this.messages.success(flash, code, pipeline);
        flash.addAttribute("key", key);
        return new ModelAndView("redirect:/environments/{key}");
    }

}
