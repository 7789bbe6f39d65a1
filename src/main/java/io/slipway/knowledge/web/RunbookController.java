package io.slipway.knowledge.web;

import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.knowledge.Article;
import io.slipway.knowledge.KnowledgeManagement;
import io.slipway.knowledge.run.RunVerdict;
import io.slipway.knowledge.run.RunbookRun;
import io.slipway.knowledge.run.RunbookRuns;
import io.slipway.knowledge.run.StepOutcome;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Runbooks that are followed, step by step. The service decides who may.
 */
@Controller
@Navigation(Navigation.Section.KNOWLEDGE)
@RequestMapping("/knowledge/{key}/runs")
class RunbookController {

    private final RunbookRuns runs;

    private final KnowledgeManagement articles;

    private final Messages messages;

    RunbookController(RunbookRuns runs, KnowledgeManagement articles, Messages messages) {
        this.runs = runs;
        this.articles = articles;
        this.messages = messages;
    }

    @PreAuthorize(Role.WORKERS)
    @GetMapping("/new")
    ModelAndView beginning(@PathVariable String key, @RequestParam(defaultValue = "") String release) {
        return beginning(new ModelAndView("knowledge/run-new", "form", new RunForm(release, "", "")), key);
    }

    @PreAuthorize(Role.WORKERS)
    @PostMapping
    ModelAndView begin(@PathVariable String key, @ModelAttribute("form") RunForm form, BindingResult errors,
            RedirectAttributes flash) {
        try {
            long run = this.runs.begin(KnowledgeController.id(key), form.release(), form.purpose(),
                    Boolean.parseBoolean(form.drill()));
            return shown(key, run, "knowledge.run.begun", flash);
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
            return beginning(new ModelAndView("knowledge/run-new", errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY),
                    key);
        }
    }

    @GetMapping("/{run}")
    ModelAndView show(@PathVariable String key, @PathVariable long run) {
        return page(this.runs.get(run)).addObject("stepForm", new StepForm("", "", "", ""))
            .addObject("endForm", new EndRunForm("", "", ""));
    }

    @PreAuthorize(Role.WORKERS)
    @PostMapping("/{run}/steps")
    ModelAndView mark(@PathVariable String key, @PathVariable long run, @ModelAttribute("stepForm") StepForm form,
            BindingResult errors, RedirectAttributes flash) {
        try {
            this.runs.mark(run, form.step(), FormText.choice(StepOutcome.class, form.outcome()), form.seen(),
                    form.note());
            return shown(key, run, "knowledge.run.marked", flash);
        }
        catch (InvalidInputException ex) {
            return refused(run, errors, ex).addObject("endForm", new EndRunForm("", "", ""));
        }
    }

    @PreAuthorize(Role.WORKERS)
    @PostMapping("/{run}/end")
    ModelAndView end(@PathVariable String key, @PathVariable long run, @ModelAttribute("endForm") EndRunForm form,
            BindingResult errors, RedirectAttributes flash) {
        try {
            RunVerdict verdict = FormText.choice(RunVerdict.class, form.verdict());
            this.runs.end(run, verdict, form.wrongStep(), form.note());
            if (verdict == RunVerdict.WRONG) {
                flash.addAttribute("note", form.note());
                flash.addAttribute("key", key);
                this.messages.success(flash, "knowledge.run.propose");
                return new ModelAndView("redirect:/knowledge/{key}/edit");
            }
            return shown(key, run, "knowledge.run.over", flash);
        }
        catch (InvalidInputException ex) {
            return refused(run, errors, ex).addObject("stepForm", new StepForm("", "", "", ""));
        }
    }

    private ModelAndView refused(long run, BindingResult errors, InvalidInputException refusal) {
        FormErrors.add(errors, refusal);
        ModelAndView page = page(this.runs.get(run)).addAllObjects(errors.getModel());
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private ModelAndView page(RunbookRun run) {
        return new ModelAndView("knowledge/run", "run", run);
    }

    private ModelAndView beginning(ModelAndView page, String key) {
        Article article = this.articles.get(KnowledgeController.id(key));
        return page.addObject("article", article);
    }

    private ModelAndView shown(String key, long run, String code, RedirectAttributes flash) {
        this.messages.success(flash, code, key);
        flash.addAttribute("key", key);
        flash.addAttribute("run", run);
        return new ModelAndView("redirect:/knowledge/{key}/runs/{run}");
    }

}
