package io.slipway.identity.web;

import java.util.List;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Role;
import io.slipway.identity.guessing.GuessingManagement;
import io.slipway.identity.people.GroupManagement;
import io.slipway.identity.people.PersonDetails;
import io.slipway.identity.people.PersonManagement;
import io.slipway.identity.session.RecentlyConfirmed;
import io.slipway.identity.session.SessionManagement;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.ZoneNames;
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
 * The administration of people.
 */
@Controller
@RequestMapping("/administration/people")
@Navigation(Navigation.Section.ADMINISTRATION)
@PreAuthorize("hasAuthority('administrator')")
class PeopleController {

    private final PersonManagement people;

    private final GroupManagement groups;

    private final GuessingManagement guessing;

    private final SessionManagement sessions;

    private final CurrentActor currentActor;

    private final Messages messages;

    PeopleController(PersonManagement people, GroupManagement groups, GuessingManagement guessing,
            SessionManagement sessions, CurrentActor currentActor, Messages messages) {
        this.people = people;
        this.groups = groups;
        this.guessing = guessing;
        this.sessions = sessions;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    @ModelAttribute("roles")
    @PreAuthorize(PersonManagement.READERS)
    List<String> roles() {
        return Choices.ROLES;
    }

    @ModelAttribute("zones")
    @PreAuthorize(PersonManagement.READERS)
    List<String> zones() {
        return ZoneNames.offered();
    }

    @GetMapping
    @PreAuthorize(PersonManagement.READERS)
    String list(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String from,
            Model model) {
        model.addAttribute("text", text);
        model.addAttribute("page", this.people.search(text, from));
        return "identity/people";
    }

    @GetMapping("/new")
    @RecentlyConfirmed
    String begin(Model model) {
        return showNew(NewPersonForm.empty(), model);
    }

    @PostMapping
    @RecentlyConfirmed
    String create(@ModelAttribute("form") NewPersonForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        return FormErrors.none(errors, () -> this.people.create(form.name(), form.password(), form.toProfile()))
                ? done("identity.person.created", form.name(), flash) : showNew(form, model);
    }

    @GetMapping("/{userName}")
    @PreAuthorize(PersonManagement.READERS)
    String show(@PathVariable String userName, Model model) {
        PersonDetails person = this.people.read(userName);
        if (!this.currentActor.get().has(Role.ADMINISTRATOR)) {
            model.addAttribute("person", person);
            return "identity/person-read";
        }
        model.addAttribute("passwordForm", new PasswordForm(""));
        return show(person, PersonForm.of(person), model);
    }

    @PostMapping("/{userName}")
    @RecentlyConfirmed
    String change(@PathVariable String userName, @ModelAttribute("form") PersonForm form, BindingResult errors,
            Model model, RedirectAttributes flash) {
        PersonDetails person = this.people.get(userName);
        if (FormErrors.none(errors,
                () -> this.people.change(userName, Choices.version(form.version()), form.toProfile()))) {
            return done("identity.person.changed", userName, flash);
        }
        model.addAttribute("passwordForm", new PasswordForm(""));
        return show(person, form, model);
    }

    @PostMapping("/{userName}/password")
    @RecentlyConfirmed
    String setPassword(@PathVariable String userName, @ModelAttribute("passwordForm") PasswordForm form,
            BindingResult errors, Model model, RedirectAttributes flash) {
        PersonDetails person = this.people.get(userName);
        return FormErrors.none(errors, () -> this.people.setPassword(userName, form.password()))
                ? done("identity.person.password-set", userName, flash) : show(person, PersonForm.of(person), model);
    }

    @PostMapping("/{userName}/disable")
    ModelAndView disable(@PathVariable String userName, RedirectAttributes flash) {
        try {
            this.people.disable(userName);
        }
        catch (InvalidInputException ex) {
            return RefusedForm.on(this.messages.text(ex.code(), ex.arguments()), "/administration/people/{userName}",
                    userName);
        }
        return new ModelAndView(done("identity.person.disabled", userName, flash));
    }

    @PostMapping("/{userName}/enable")
    String enable(@PathVariable String userName, RedirectAttributes flash) {
        this.people.enable(userName);
        return done("identity.person.enabled", userName, flash);
    }

    @PostMapping("/{userName}/failures/forget")
    String forgetFailures(@PathVariable String userName, RedirectAttributes flash) {
        this.guessing.forget(this.people.get(userName).userName());
        return done("identity.person.failures-forgotten", userName, flash);
    }

    private String showNew(NewPersonForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("groups", Choices.groups(this.groups.choices()));
        return "identity/person-new";
    }

    private String show(PersonDetails person, PersonForm form, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("failures", this.guessing.failures(person.userName()));
        model.addAttribute("sessions", this.sessions.of(person.userName(), ""));
        model.addAttribute("form", form);
        model.addAttribute("groups", Choices.groups(this.groups.choices()));
        return "identity/person";
    }

    private String done(String code, String userName, RedirectAttributes flash) {
        this.messages.success(flash, code, userName);
        flash.addAttribute("userName", userName);
        return "redirect:/administration/people/{userName}";
    }

}
