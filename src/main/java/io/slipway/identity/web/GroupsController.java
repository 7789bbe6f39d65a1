package io.slipway.identity.web;

import java.util.List;

import io.slipway.identity.people.GroupDetails;
import io.slipway.identity.people.GroupManagement;
import io.slipway.identity.people.PersonManagement;
import io.slipway.identity.session.RecentlyConfirmed;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
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
 * The administration of groups.
 */
@Controller
@RequestMapping("/administration/groups")
@Navigation(Navigation.Section.ADMINISTRATION)
@PreAuthorize("hasAuthority('administrator')")
class GroupsController {

    private static final String LIST = "redirect:/administration/groups";

    private final GroupManagement groups;

    private final Messages messages;

    GroupsController(GroupManagement groups, Messages messages) {
        this.groups = groups;
        this.messages = messages;
    }

    @ModelAttribute("roles")
    @PreAuthorize(PersonManagement.READERS)
    List<String> roles() {
        return Choices.ROLES;
    }

    @GetMapping
    @PreAuthorize(PersonManagement.READERS)
    String list(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String from,
            Model model) {
        model.addAttribute("text", text);
        model.addAttribute("page", this.groups.search(text, from));
        return "identity/groups";
    }

    @GetMapping("/new")
    @RecentlyConfirmed
    String begin(Model model) {
        model.addAttribute("form", GroupForm.empty());
        return "identity/group-new";
    }

    @PostMapping
    @RecentlyConfirmed
    String create(@ModelAttribute("form") GroupForm form, BindingResult errors, RedirectAttributes flash) {
        return FormErrors.none(errors, () -> this.groups.create(form.toProfile()))
                ? done("identity.group.created", form.name(), flash) : "identity/group-new";
    }

    @GetMapping("/{id:\\d{1,18}}")
    @PreAuthorize(PersonManagement.READERS)
    String show(@PathVariable long id, Model model) {
        GroupDetails group = this.groups.get(id);
        model.addAttribute("group", group);
        model.addAttribute("form", GroupForm.of(group));
        return "identity/group";
    }

    @PostMapping("/{id:\\d{1,18}}")
    @RecentlyConfirmed
    String change(@PathVariable long id, @ModelAttribute("form") GroupForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        model.addAttribute("group", this.groups.get(id));
        return FormErrors.none(errors, () -> this.groups.change(id, Choices.version(form.version()), form.toProfile()))
                ? done("identity.group.changed", form.name(), flash) : "identity/group";
    }

    @PostMapping("/{id:\\d{1,18}}/delete")
    @RecentlyConfirmed
    ModelAndView delete(@PathVariable long id, RedirectAttributes flash) {
        String name = this.groups.get(id).name();
        try {
            this.groups.delete(id);
        }
        catch (InvalidInputException ex) {
            return RefusedForm.on(this.messages.text(ex.code(), ex.arguments()), "/administration/groups");
        }
        return new ModelAndView(done("identity.group.deleted", name, flash));
    }

    private String done(String code, String name, RedirectAttributes flash) {
        this.messages.success(flash, code, name);
        return LIST;
    }

}
