package io.slipway.identity.web;

import java.security.Principal;
import java.util.List;

import io.slipway.identity.Role;
import io.slipway.identity.session.RecentlyConfirmed;
import io.slipway.identity.token.TokenManagement;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.form.FormErrors;
import io.slipway.ui.form.RefusedForm;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Tokens: everybody's in the administration, one's own on a page of one's own.
 */
@Controller
@Navigation(Navigation.Section.ADMINISTRATION)
class TokensController {

    private static final String OWN = "/me/tokens";

    private static final String ALL = "/administration/tokens";

    private static final String ADMINISTRATOR = "hasAuthority('administrator')";

    private static final String REVOKE = "/{id:\\d{1,18}}/revoke";

    private final TokenManagement tokens;

    private final Messages messages;

    TokensController(TokenManagement tokens, Messages messages) {
        this.tokens = tokens;
        this.messages = messages;
    }

    @GetMapping(ALL)
    @PreAuthorize("hasAnyAuthority('administrator', 'auditor')")
    String list(@RequestParam(defaultValue = "") String owner, @RequestParam(defaultValue = "false") boolean active,
            @RequestParam(defaultValue = "") String from, Model model) {
        model.addAttribute("own", false);
        model.addAttribute("owner", owner);
        model.addAttribute("active", active);
        model.addAttribute("page", this.tokens.list(owner, active, from));
        return "identity/tokens";
    }

    @GetMapping(ALL + "/new")
    @RecentlyConfirmed
    @PreAuthorize(ADMINISTRATOR)
    String begin(@RequestParam(defaultValue = "") String owner, Model model) {
        return form(TokenForm.empty(owner), false, others(), model);
    }

    @PostMapping(ALL)
    @RecentlyConfirmed
    @PreAuthorize(ADMINISTRATOR)
    ModelAndView create(@ModelAttribute("form") TokenForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        return create(form, form.owner(), false, errors, model, flash);
    }

    @PostMapping(ALL + REVOKE)
    @PreAuthorize(ADMINISTRATOR)
    ModelAndView revoke(@PathVariable long id, @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        return revoke(id, reason, ALL, flash);
    }

    @GetMapping(OWN)
    String own(Model model) {
        model.addAttribute("own", true);
        model.addAttribute("tokens", this.tokens.own());
        return "identity/tokens";
    }

    @GetMapping(OWN + "/new")
    @RecentlyConfirmed
    String beginOwn(Principal principal, Model model) {
        return form(TokenForm.empty(""), true, this.tokens.rolesFor(principal.getName()), model);
    }

    @PostMapping(OWN)
    @RecentlyConfirmed
    ModelAndView createOwn(@ModelAttribute("form") TokenForm form, BindingResult errors, Principal principal,
            Model model, RedirectAttributes flash) {
        return create(form, principal.getName(), true, errors, model, flash);
    }

    @PostMapping(OWN + REVOKE)
    ModelAndView revokeOwn(@PathVariable long id, @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        return revoke(id, reason, OWN, flash);
    }

    private ModelAndView create(TokenForm form, String owner, boolean own, BindingResult errors, Model model,
            RedirectAttributes flash) {
        try {
            flash.addFlashAttribute("token", this.tokens.create(form.toOrder(owner)));
            return new ModelAndView("redirect:" + (own ? OWN : ALL));
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
            return new ModelAndView(form(form, own, own ? this.tokens.rolesFor(owner) : others(), model), model.asMap(),
                    HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private ModelAndView revoke(long id, String reason, String page, RedirectAttributes flash) {
        try {
            this.tokens.revoke(id, reason);
        }
        catch (InvalidInputException ex) {
            return RefusedForm.on(this.messages.text(ex.code(), ex.arguments()), page);
        }
        this.messages.success(flash, "identity.token.revoked");
        return new ModelAndView("redirect:" + page);
    }

    private String form(TokenForm form, boolean own, List<Role> roles, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("own", own);
        model.addAttribute("roles", roles.stream().map(Role::id).toList());
        model.addAttribute("access", TokenForm.ACCESS);
        return "identity/token-new";
    }

    /** Which of them the owner holds, the service judges. */
    private static List<Role> others() {
        return List.of(Role.values()).stream().filter((role) -> role != Role.ADMINISTRATOR).toList();
    }

}
