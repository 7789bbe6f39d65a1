package io.slipway.configuration.web;

import java.time.Instant;
import java.util.List;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemStatus;
import io.slipway.configuration.ItemType;
import io.slipway.configuration.VerificationManagement;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.FormErrors;
import io.slipway.ui.form.RefusedForm;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
 * The register of configuration items: a list that everybody reads, and the forms with
 * which configuration managers keep it.
 */
@Controller
@RequestMapping("/configuration")
@Navigation(Section.CONFIGURATION)
class ConfigurationController {

    private static final String ITEM = "redirect:/configuration/{key}";

    private static final String KEEPER = "hasAuthority('configuration-manager')";

    private final ConfigurationManagement configuration;

    private final VerificationManagement verification;

    private final Messages messages;

    ConfigurationController(ConfigurationManagement configuration, VerificationManagement verification,
            Messages messages) {
        this.configuration = configuration;
        this.verification = verification;
        this.messages = messages;
    }

    @ModelAttribute("staleBefore")
    Instant staleBefore() {
        return this.verification.staleBefore();
    }

    @ModelAttribute("types")
    ItemType[] types() {
        return ItemType.values();
    }

    @ModelAttribute("newStates")
    List<ItemStatus> newStates() {
        return List.of(ItemStatus.LIVE, ItemStatus.PLANNED);
    }

    @ModelAttribute("criticalities")
    Criticality[] criticalities() {
        return Criticality.values();
    }

    @GetMapping
    String list(@ModelAttribute("filters") ItemFilters filters, Model model) {
        model.addAttribute("page", this.configuration.list(filters.query()));
        return "configuration/list";
    }

    @GetMapping("/new")
    @PreAuthorize(KEEPER)
    String begin(Model model) {
        return showNew(ItemForm.empty(), model);
    }

    @PostMapping
    @PreAuthorize(KEEPER)
    String register(@ModelAttribute("form") ItemForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        try {
            InputCheck check = new InputCheck();
            ItemProfile profile = form.toProfile(check);
            check.finish(() -> this.configuration.register(form.key(), profile, form.newStatus()));
            return done("configuration.registered", form.key(), flash);
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
        }
        return showNew(form, model);
    }

    @GetMapping("/{key}/edit")
    @PreAuthorize(KEEPER)
    String edit(@PathVariable String key, Model model) {
        ItemDetails details = this.configuration.get(key);
        return showEdit(details, ItemForm.of(details), model);
    }

    @PostMapping("/{key}")
    @PreAuthorize(KEEPER)
    String change(@PathVariable String key, @ModelAttribute("form") ItemForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        try {
            InputCheck check = new InputCheck();
            ItemProfile profile = form.toProfile(check);
            check.finish(() -> this.configuration.change(key, form.shownVersion(), profile));
            return done("configuration.changed", key, flash);
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
        }
        return showEdit(this.configuration.get(key), form, model);
    }

    @PostMapping("/{key}/retire")
    @PreAuthorize(KEEPER)
    ModelAndView retire(@PathVariable String key, @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        try {
            this.configuration.retire(key, reason);
        }
        catch (InvalidInputException ex) {
            return RefusedForm.on(this.messages.text(ex.code(), ex.arguments()), "/configuration/{key}", key);
        }
        return new ModelAndView(done("configuration.retired.done", key, flash));
    }

    @PostMapping("/{key}/go-live")
    @PreAuthorize(KEEPER)
    String goLive(@PathVariable String key, RedirectAttributes flash) {
        this.configuration.goLive(key);
        return done("configuration.live.done", key, flash);
    }

    @PostMapping("/{key}/reinstate")
    @PreAuthorize(KEEPER)
    String reinstate(@PathVariable String key, RedirectAttributes flash) {
        this.configuration.reinstate(key);
        return done("configuration.reinstated", key, flash);
    }

    private String showNew(ItemForm form, Model model) {
        model.addAttribute("form", form);
        return "configuration/new";
    }

    private String showEdit(ItemDetails details, ItemForm form, Model model) {
        model.addAttribute("details", details);
        model.addAttribute("form", form);
        return "configuration/edit";
    }

    private String done(String code, String key, RedirectAttributes flash) {
        this.messages.success(flash, code, key);
        flash.addAttribute("key", key);
        return ITEM;
    }

}
