package io.slipway.configuration.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemSection;
import io.slipway.configuration.VerificationManagement;
import io.slipway.configuration.relation.RelationKind;
import io.slipway.configuration.relation.RelationManagement;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.PageContent;
import io.slipway.ui.form.FormErrors;
import io.slipway.ui.form.FormText;
import io.slipway.ui.form.RefusedForm;

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
 * The page of one item: what it is and how it hangs together with others, and a tab for
 * each feature that knows something of it.
 */
@Controller
@RequestMapping("/configuration/{key}")
@Navigation(Section.CONFIGURATION)
class ItemController {

    private static final String ITEM = "redirect:/configuration/{key}";

    private static final String KEEPER = "hasAuthority('configuration-manager')";

    private final ConfigurationManagement configuration;

    private final RelationManagement relations;

    private final VerificationManagement verification;

    private final List<ItemSection> sections;

    private final Messages messages;

    ItemController(ConfigurationManagement configuration, RelationManagement relations,
            VerificationManagement verification, List<ItemSection> sections, Messages messages) {
        this.configuration = configuration;
        this.relations = relations;
        this.verification = verification;
        List<ItemSection> sorted = new ArrayList<>(sections);
        sorted.sort(Comparator.comparingInt(ItemSection::order));
        this.sections = List.copyOf(sorted);
        this.messages = messages;
    }

    @ModelAttribute("kinds")
    RelationKind[] kinds() {
        return RelationKind.values();
    }

    @ModelAttribute("staleBefore")
    Instant staleBefore() {
        return this.verification.staleBefore();
    }

    @GetMapping
    ModelAndView show(@PathVariable String key, @RequestParam(defaultValue = "") String needs,
            @RequestParam(defaultValue = "") String neededBy) {
        return overview(this.configuration.get(key), needs, neededBy).addObject("form", RelationForm.empty());
    }

    @GetMapping("/{section}")
    ModelAndView section(@PathVariable String key, @PathVariable String section,
            @RequestParam(defaultValue = "") String from) {
        ItemDetails details = this.configuration.get(key);
        ItemSection asked = this.sections.stream()
            .filter((one) -> one.id().equals(section))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("page", details.item().key() + "/" + section));
        return PageContent.add(page(details, asked.id()).addObject("template", asked.template()),
                asked.content(details, from));
    }

    @PostMapping("/relations")
    @PreAuthorize(KEEPER)
    ModelAndView relate(@PathVariable String key, @ModelAttribute("form") RelationForm form, BindingResult errors,
            RedirectAttributes flash) {
        try {
            this.relations.add(key, FormText.choice(RelationKind.class, form.kind()), form.target());
            return done("configuration.relation.added", key, flash, form.target());
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
        }
        ModelAndView page = overview(this.configuration.get(key), "", "");
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page.addAllObjects(Map.of("form", form)).addAllObjects(errors.getModel());
    }

    @PostMapping("/relations/{kind}/{target}/remove")
    @PreAuthorize(KEEPER)
    ModelAndView unrelate(@PathVariable String key, @PathVariable RelationKind kind, @PathVariable String target,
            @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        try {
            this.relations.remove(key, kind, target, reason.strip());
        }
        catch (InvalidInputException ex) {
            return RefusedForm.with(Map.of("typedReason", reason.strip()),
                    this.messages.text(ex.code(), ex.arguments()), "/configuration/{key}", key);
        }
        return done("configuration.relation.removed", key, flash, target);
    }

    @PostMapping("/confirm")
    @PreAuthorize(KEEPER)
    ModelAndView confirm(@PathVariable String key, RedirectAttributes flash) {
        this.verification.confirm(List.of(this.configuration.get(key).item().key()));
        return done("configuration.confirm.done", key, flash, key);
    }

    private ModelAndView overview(ItemDetails details, String needs, String neededBy) {
        String key = details.item().key();
        return page(details, "overview").addObject("needs", this.relations.needs(key, needs))
            .addObject("neededBy", this.relations.neededBy(key, neededBy));
    }

    private ModelAndView page(ItemDetails details, String current) {
        return new ModelAndView("configuration/details", "details", details)
            .addObject("sections", this.sections.stream().map(ItemSection::id).toList())
            .addObject("current", current);
    }

    private ModelAndView done(String code, String key, RedirectAttributes flash, Object... arguments) {
        this.messages.success(flash, code, arguments);
        flash.addAttribute("key", key);
        return new ModelAndView(ITEM);
    }

}
