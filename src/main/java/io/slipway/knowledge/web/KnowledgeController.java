package io.slipway.knowledge.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.knowledge.Article;
import io.slipway.knowledge.ArticleKind;
import io.slipway.knowledge.ArticleLine;
import io.slipway.knowledge.ArticleQuery;
import io.slipway.knowledge.ArticleTemplates;
import io.slipway.knowledge.ArticleVersion;
import io.slipway.knowledge.KnowledgeManagement;
import io.slipway.knowledge.KnowledgeSearch;
import io.slipway.knowledge.run.RunbookRuns;
import io.slipway.knowledge.text.Markdown;
import io.slipway.knowledge.text.RunbookSteps;
import io.slipway.knowledge.text.TextDifference;
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
 * The articles: found while one types, read, written, and looked over. The services
 * decide who may.
 */
@Controller
@Navigation(Navigation.Section.KNOWLEDGE)
@RequestMapping("/knowledge")
class KnowledgeController {

    private final KnowledgeManagement articles;

    private final KnowledgeSearch search;

    private final RunbookRuns runs;

    private final ArticleTemplates templates;

    private final Markdown markdown;

    private final CurrentActor currentActor;

    private final Messages messages;

    private final Clock clock;

    KnowledgeController(KnowledgeManagement articles, KnowledgeSearch search, RunbookRuns runs,
            ArticleTemplates templates, Markdown markdown, CurrentActor currentActor, Messages messages, Clock clock) {
        this.articles = articles;
        this.search = search;
        this.runs = runs;
        this.templates = templates;
        this.markdown = markdown;
        this.currentActor = currentActor;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(KnowledgeFilters filters) {
        ModelAndView page = found("knowledge/list", filters, this.search.list(filters.query()));
        if (filters.asked() && ((KeyPage<?>) page.getModel().get("page")).rows().isEmpty()) {
            this.articles.miss(filters.text());
        }
        return page;
    }

    /** The same list alone, while somebody types; what is not found then is not noted. */
    @GetMapping("/found")
    ModelAndView found(KnowledgeFilters filters) {
        return found("knowledge/_list :: found", filters, this.search.typed(filters.query()));
    }

    @GetMapping("/missing")
    ModelAndView missing(@RequestParam(defaultValue = "") String from) {
        return new ModelAndView("knowledge/missing", "page", this.search.misses(from));
    }

    @PreAuthorize(Role.WORKERS)
    @PostMapping("/missing/{id}/settle")
    ModelAndView settle(@PathVariable long id, RedirectAttributes flash) {
        this.articles.settle(id);
        this.messages.success(flash, "knowledge.missing.settled");
        return new ModelAndView("redirect:/knowledge/missing");
    }

    @PreAuthorize(Role.WORKERS)
    @GetMapping("/new")
    ModelAndView begin(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String release) {
        ArticleKind chosen = FormText.choice(ArticleKind.class, kind);
        if (chosen == null) {
            return new ModelAndView("knowledge/new", "kinds", Arrays.asList(ArticleKind.values()))
                .addObject("title", title)
                .addObject("release", release);
        }
        return form(
                ArticleForm.begun(kind, title, this.templates.of(chosen), this.currentActor.get().userName(), release));
    }

    @PreAuthorize(Role.WORKERS)
    @PostMapping
    ModelAndView write(@ModelAttribute("form") ArticleForm form, BindingResult errors, RedirectAttributes flash) {
        try {
            ArticleKind kind = FormText.chosen(ArticleKind.class, "kind", form.kind(), "knowledge.kind.missing");
            long id = this.articles.begin(kind, form.text(), form.care(), form.ties());
            return done("knowledge.begun", "KB-" + id, flash);
        }
        catch (InvalidInputException ex) {
            return refused("knowledge/form", errors, ex).addObject("audiences", audiences());
        }
    }

    @GetMapping("/{key}")
    ModelAndView show(@PathVariable String key, @RequestParam(defaultValue = "") String versions,
            @RequestParam(defaultValue = "") String runs) {
        return show(this.articles.get(id(key)), versions, runs).addObject("form", new VoiceForm("", ""));
    }

    @PreAuthorize(Role.WORKERS)
    @GetMapping("/{key}/edit")
    ModelAndView edit(@PathVariable String key, @RequestParam(defaultValue = "") String note) {
        return form(ArticleForm.of(this.articles.get(id(key)), note)).addObject("key", key);
    }

    @PreAuthorize(Role.WORKERS)
    @PostMapping("/{key}")
    ModelAndView change(@PathVariable String key, @ModelAttribute("form") ArticleForm form, BindingResult errors,
            RedirectAttributes flash) {
        try {
            this.articles.change(id(key), form.shown(), form.text(), form.care(), form.ties(), form.note());
            return done("knowledge.changed", key, flash);
        }
        catch (InvalidInputException ex) {
            return refused("knowledge/form", errors, ex).addObject("audiences", audiences()).addObject("key", key);
        }
    }

    @PreAuthorize(Role.WORKERS)
    @PostMapping("/{key}/publish")
    ModelAndView publish(@PathVariable String key, @ModelAttribute("form") VoiceForm form, BindingResult errors,
            RedirectAttributes flash) {
        return act(key, errors, "knowledge.published", flash, () -> this.articles.publish(id(key)));
    }

    @PreAuthorize(Role.WORKERS)
    @PostMapping("/{key}/confirm")
    ModelAndView confirm(@PathVariable String key, @ModelAttribute("form") VoiceForm form, BindingResult errors,
            RedirectAttributes flash) {
        return act(key, errors, "knowledge.confirmed", flash, () -> this.articles.confirm(id(key)));
    }

    @PreAuthorize(Role.WORKERS)
    @PostMapping("/{key}/restore")
    ModelAndView restore(@PathVariable String key, @ModelAttribute("form") VoiceForm form, BindingResult errors,
            RedirectAttributes flash) {
        return act(key, errors, "knowledge.restored", flash, () -> this.articles.restore(id(key)));
    }

    @PreAuthorize(Role.WORKERS)
    @PostMapping("/{key}/judge")
    ModelAndView judge(@PathVariable String key, @ModelAttribute("form") VoiceForm form, BindingResult errors,
            RedirectAttributes flash) {
        return act(key, errors, "knowledge.judged", flash,
                () -> this.articles.judge(id(key), "helped".equals(form.outcome()), form.note()));
    }

    @PreAuthorize(Role.WORKERS)
    @GetMapping("/{key}/archive")
    ModelAndView archiving(@PathVariable String key) {
        return new ModelAndView("knowledge/archive", "form", new ArchiveForm("")).addObject("article",
                this.articles.get(id(key)));
    }

    @PreAuthorize(Role.WORKERS)
    @PostMapping("/{key}/archive")
    ModelAndView archive(@PathVariable String key, @ModelAttribute("form") ArchiveForm form, BindingResult errors,
            RedirectAttributes flash) {
        try {
            this.articles.archive(id(key), form.reason());
            return done("knowledge.archived", key, flash);
        }
        catch (InvalidInputException ex) {
            return refused("knowledge/archive", errors, ex).addObject("article", this.articles.get(id(key)));
        }
    }

    @GetMapping("/{key}/versions/{version}")
    ModelAndView version(@PathVariable String key, @PathVariable int version) {
        long id = id(key);
        ArticleVersion shown = this.articles.version(id, version);
        String before = (version > 1) ? this.articles.version(id, version - 1).text().body() : "";
        return new ModelAndView("knowledge/version", "article", this.articles.get(id)).addObject("version", shown)
            .addObject("html", this.markdown.html(shown.text().body()))
            .addObject("changes", (version > 1) ? TextDifference.of(before, shown.text().body()) : List.of());
    }

    private ModelAndView found(String view, KnowledgeFilters filters, KeyPage<ArticleLine> page) {
        return new ModelAndView(view, "page", page).addObject("filters", filters)
            .addObject("kinds", Arrays.asList(ArticleKind.values()))
            .addObject("views", Arrays.asList(ArticleQuery.View.values()))
            .addObject("now", this.clock.instant());
    }

    private ModelAndView show(Article article, String versions, String runs) {
        return new ModelAndView("knowledge/article", "article", article).addObject("now", this.clock.instant())
            .addObject("html", this.markdown.html(article.text().body()))
            .addObject("steps", article.kind().hasSteps() ? RunbookSteps.of(article.text().body()) : List.of())
            .addObject("minutes", article.kind().hasSteps() ? this.runs.minutes(article.id()) : Map.of())
            .addObject("versions", this.articles.versions(article.id(), versions))
            .addObject("runs", this.runs.of(article.id(), runs));
    }

    private ModelAndView form(ArticleForm form) {
        return new ModelAndView("knowledge/form", "form", form).addObject("audiences", audiences());
    }

    private static List<Role> audiences() {
        return Arrays.stream(Role.values()).filter(Role::works).toList();
    }

    private ModelAndView act(String key, BindingResult errors, String code, RedirectAttributes flash, Runnable act) {
        try {
            act.run();
            return done(code, key, flash);
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
            ModelAndView page = show(this.articles.get(id(key)), "", "");
            page.addAllObjects(errors.getModel());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    static long id(String key) {
        return KnowledgeSearch.id(key).orElseThrow(() -> new NotFoundException("article", key));
    }

    private static ModelAndView refused(String view, BindingResult errors, InvalidInputException refusal) {
        FormErrors.add(errors, refusal);
        return new ModelAndView(view, errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ModelAndView done(String code, String key, RedirectAttributes flash) {
        this.messages.success(flash, code, key);
        flash.addAttribute("key", key);
        return new ModelAndView("redirect:/knowledge/{key}");
    }

}
