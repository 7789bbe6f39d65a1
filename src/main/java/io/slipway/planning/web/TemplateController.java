package io.slipway.planning.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.slipway.input.InvalidInputException;
import io.slipway.planning.plan.PlanChange;
import io.slipway.planning.plan.PlanParts;
import io.slipway.planning.template.PlanTemplate;
import io.slipway.planning.template.TemplateManagement;
import io.slipway.planning.template.TemplateVersion;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.Choice;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The templates of plans: everybody reads them, their versions and the releases that
 * began with them; release managers save, renew and retire them.
 */
@Controller
@Navigation(Section.RELEASES)
class TemplateController {

    private static final String MANAGER = "hasAuthority('release-manager')";

    private static final String SAVE = "planning/template-save";

    private final TemplateManagement templates;

    private final ReleaseManagement releases;

    private final Messages messages;

    TemplateController(TemplateManagement templates, ReleaseManagement releases, Messages messages) {
        this.templates = templates;
        this.releases = releases;
        this.messages = messages;
    }

    @GetMapping("/releases/templates")
    ModelAndView list(@RequestParam(defaultValue = "false") boolean retired,
            @RequestParam(defaultValue = "") String from) {
        return new ModelAndView("planning/templates", "page", this.templates.list(retired, from)).addObject("retired",
                retired);
    }

    @GetMapping("/releases/templates/{id}")
    ModelAndView show(@PathVariable long id, @RequestParam(defaultValue = "") String from) {
        return page(id, from);
    }

    @PostMapping("/releases/templates/{id}/retire")
    @PreAuthorize(MANAGER)
    ModelAndView retire(@PathVariable long id, @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        PlanTemplate template = this.templates.get(id);
        try {
            this.templates.retire(id, FormText.of(reason));
        }
        catch (InvalidInputException ex) {
            ModelAndView page = page(id, "").addObject("problem", this.messages.text(ex.code(), ex.arguments()));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        this.messages.success(flash, "planning.template.retire.done", template.name());
        return new ModelAndView("redirect:/releases/templates");
    }

    @GetMapping("/releases/{key}/plan/template")
    @PreAuthorize(MANAGER)
    ModelAndView ask(@PathVariable String key, @RequestParam(defaultValue = "") String template) {
        ReleaseDetails release = this.releases.get(key);
        return filled(new ModelAndView(SAVE, "form", SaveTemplateForm.of(release, template)), release);
    }

    @PostMapping("/releases/{key}/plan/template")
    @PreAuthorize(MANAGER)
    ModelAndView save(@PathVariable String key, @ModelAttribute("form") SaveTemplateForm form, BindingResult errors,
            RedirectAttributes flash) {
        ReleaseDetails release = this.releases.get(key);
        try {
            long id = save(release, form);
            this.messages.success(flash, "planning.template.saved", this.templates.get(id).name());
            return new ModelAndView("redirect:/releases/templates/" + id);
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
        }
        return filled(new ModelAndView(SAVE, errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY), release);
    }

    private long save(ReleaseDetails release, SaveTemplateForm form) {
        if (form.template().isEmpty()) {
            return this.templates.save(release.key(), form.name(), form.note(), FormText.chosen(form.services()));
        }
        long id = Long.parseLong(form.template());
        this.templates.renew(id, release.key(), form.note());
        return id;
    }

    private ModelAndView filled(ModelAndView page, ReleaseDetails release) {
        List<Choice> known = this.templates.offers(release.services())
            .stream()
            .map((template) -> new Choice(Long.toString(template.id()), template.name()))
            .toList();
        return page.addObject("release", release).addObject("known", known);
    }

    private ModelAndView page(long id, String from) {
        List<TemplateVersion> versions = this.templates.versions(id);
        Map<TemplateVersion, List<PlanChange>> changes = new LinkedHashMap<>();
        for (int i = 0; i < versions.size(); i++) {
            changes.put(versions.get(i), (i + 1 < versions.size())
                    ? PlanParts.difference(versions.get(i + 1).toPlan(), versions.get(i).toPlan()) : List.of());
        }
        return new ModelAndView("planning/template", "template", this.templates.get(id)).addObject("versions", changes)
            .addObject("page", this.templates.uses(id, from));
    }

}
