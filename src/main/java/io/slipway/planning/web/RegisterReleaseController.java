package io.slipway.planning.web;

import java.time.Instant;
import java.util.List;

import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.template.PlanTemplate;
import io.slipway.planning.template.TemplateManagement;
import io.slipway.planning.template.TemplateStart;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.Times;
import io.slipway.ui.form.FormErrors;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where release managers register a release: from nothing, as a copy of another, or from
 * a template, of which those of its services are offered first.
 */
@Controller
@Navigation(Section.RELEASES)
@RequestMapping("/releases/new")
@PreAuthorize("hasAuthority('release-manager')")
class RegisterReleaseController {

    private static final String PAGE = "planning/new";

    private final ReleaseManagement releases;

    private final TemplateManagement templates;

    private final TemplateStart starts;

    private final Times times;

    private final Messages messages;

    RegisterReleaseController(ReleaseManagement releases, TemplateManagement templates, TemplateStart starts,
            Times times, Messages messages) {
        this.releases = releases;
        this.templates = templates;
        this.starts = starts;
        this.times = times;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String from,
            @RequestParam(required = false) @Nullable Long begin,
            @RequestParam(required = false) @Nullable List<String> services) {
        return page(new ModelAndView(PAGE), form(from, begin, services));
    }

    private RegisterReleaseForm form(String from, @Nullable Long begin, @Nullable List<String> services) {
        if (begin != null) {
            PlanTemplate template = this.templates.get(begin);
            return RegisterReleaseForm.from(template, this.templates.newest(template).toPlan());
        }
        return from.isBlank() ? RegisterReleaseForm.fresh(FormText.chosen(services))
                : RegisterReleaseForm.copyOf(this.releases.get(from));
    }

    /** What is offered while somebody picks services. */
    @GetMapping("/templates")
    ModelAndView offers(@RequestParam(required = false) @Nullable List<String> services) {
        return new ModelAndView("planning/_templates :: offers", "offers",
                this.templates.offers(FormText.chosen(services)));
    }

    @PostMapping
    ModelAndView register(@ModelAttribute("form") RegisterReleaseForm form, BindingResult errors,
            RedirectAttributes flash) {
        try {
            String key = register(form);
            this.messages.success(flash, "release.new.done", key);
            return new ModelAndView("redirect:/releases/" + key);
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
        }
        return page(new ModelAndView(PAGE, errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY), form);
    }

    private String register(RegisterReleaseForm form) {
        if (form.begin().isEmpty()) {
            return this.releases.register(form.toCommand());
        }
        InputCheck check = new InputCheck();
        Instant start = this.times.read(check, "plannedStart", form.plannedStart());
        check.finish();
        return this.starts.register(form.toCommand(), Long.parseLong(form.begin()), start);
    }

    private ModelAndView page(ModelAndView page, RegisterReleaseForm form) {
        return page.addObject("form", form)
            .addObject("offers", this.templates.offers(FormText.chosen(form.services())))
            .addObject("begun", form.begin().isEmpty() ? null : this.templates.get(Long.parseLong(form.begin())));
    }

}
