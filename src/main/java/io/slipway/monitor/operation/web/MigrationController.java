package io.slipway.monitor.operation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.FormErrors;
import io.slipway.workflow.migration.Migrations;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.model.ProcessModels;
import io.slipway.workflow.operation.OperationConflictException;
import io.slipway.workflow.operation.Operations;

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
 * Brings running releases of a version to a newer one: shows what would happen, run by
 * run, and does it for those chosen, each by itself.
 */
@Controller
@Navigation(Section.MONITOR)
@RequestMapping("/monitor/models/{process}/{version}/migration")
@PreAuthorize("hasAuthority('release-manager')")
class MigrationController {

    /** The most runs that are migrated in one go. */
    private static final int MOST = 200;

    private final ProcessModels models;

    private final Migrations migrations;

    private final Messages messages;

    MigrationController(ProcessModels models, Migrations migrations, Messages messages) {
        this.models = models;
        this.migrations = migrations;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView preview(@PathVariable String process, @PathVariable int version,
            @ModelAttribute("form") MigrationForm form, @RequestParam(defaultValue = "") String from) {
        return page(new ModelAndView("monitor/migration"), this.models.get(process, version), form, from);
    }

    @PostMapping
    ModelAndView migrate(@PathVariable String process, @PathVariable int version,
            @ModelAttribute("form") MigrationForm form, BindingResult errors,
            @RequestParam(defaultValue = "") String from, RedirectAttributes flash) {
        ModelVersion model = this.models.get(process, version);
        try {
            String reason = Operations.reason(form.reason());
            ModelVersion to = this.models.get(process, form.version());
            List<String> runs = form.everything() ? this.migrations.first(model, MOST) : form.runs();
            if (runs.isEmpty()) {
                throw new InvalidInputException("run", "operation.migrate.none");
            }
            List<OperationResult> results = new ArrayList<>();
            for (String run : runs.stream().distinct().limit(MOST).toList()) {
                results.add(one(model, to, form.choices(), run, reason));
            }
            flash.addFlashAttribute("results", results);
            flash.addAttribute("to", to.version());
            return new ModelAndView("redirect:/monitor/models/" + model.process() + "/" + version + "/migration");
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
        }
        ModelAndView page = new ModelAndView("monitor/migration", errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY);
        return page(page, model, form, from);
    }

    private OperationResult one(ModelVersion from, ModelVersion to, Map<String, String> choices, String run,
            String reason) {
        String release = this.migrations.release(run);
        String address = "/monitor/releases/" + release;
        try {
            this.migrations.migrate(from, to, choices, run, reason);
            return new OperationResult(release, address, true,
                    this.messages.text("operation.migrate.done", to.name(), to.version()));
        }
        catch (OperationConflictException ex) {
            return new OperationResult(release, address, false, this.messages.text(ex.code(), ex.arguments()));
        }
        catch (InvalidInputException ex) {
            return new OperationResult(release, address, false, this.messages.text(ex.code(), ex.arguments()));
        }
    }

    private ModelAndView page(ModelAndView page, ModelVersion model, MigrationForm form, String cursor) {
        List<ModelVersion> newer = this.migrations.newer(model);
        page.addObject("model", model).addObject("newer", newer).addObject("most", MOST);
        if (!newer.isEmpty()) {
            ModelVersion to = newer.stream()
                .filter((one) -> one.version() == form.version())
                .findFirst()
                .orElse(newer.get(0));
            page.addObject("preview", this.migrations.preview(model, to, form.choices(), cursor))
                .addObject("cap", Migrations.MOST_COUNTED);
        }
        return page;
    }

}
