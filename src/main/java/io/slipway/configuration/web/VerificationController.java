package io.slipway.configuration.web;

import java.time.Instant;
import java.util.List;

import io.slipway.configuration.Confirmation;
import io.slipway.configuration.ItemQuery;
import io.slipway.configuration.VerificationManagement;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.RefusedForm;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The overview of what nobody has confirmed for too long, from where it is confirmed, one
 * or many at once.
 */
@Controller
@RequestMapping("/configuration/stale")
@Navigation(Section.CONFIGURATION)
class VerificationController {

    private final VerificationManagement verification;

    private final Messages messages;

    VerificationController(VerificationManagement verification, Messages messages) {
        this.verification = verification;
        this.messages = messages;
    }

    @ModelAttribute("staleBefore")
    Instant staleBefore() {
        return this.verification.staleBefore();
    }

    @GetMapping
    String list(@ModelAttribute("filters") ItemFilters filters, Model model) {
        ItemQuery query = filters.query();
        model.addAttribute("page", this.verification.stale(query.type(), query.owner(), query.from()));
        model.addAttribute("towns", this.verification.ghostTowns());
        model.addAttribute("days", this.verification.trustedDays());
        model.addAttribute("counted", VerificationManagement.MOST_COUNTED);
        return "configuration/stale";
    }

    @PostMapping
    @PreAuthorize("hasAuthority('configuration-manager')")
    ModelAndView confirm(@RequestParam(name = "keys", required = false, defaultValue = "") List<String> keys,
            @RequestParam(defaultValue = "") String type, @RequestParam(defaultValue = "") String owner,
            RedirectAttributes flash) {
        try {
            List<Confirmation> results = this.verification.confirm(keys);
            long confirmed = results.stream()
                .filter((result) -> result.outcome() == Confirmation.Outcome.CONFIRMED)
                .count();
            this.messages.success(flash, "configuration.confirm.many", confirmed);
            flash.addFlashAttribute("results", results);
        }
        catch (InvalidInputException ex) {
            return RefusedForm.on(this.messages.text(ex.code(), ex.arguments()),
                    "/configuration/stale?type={type}&owner={owner}", type, owner);
        }
        ItemFilters filters = new ItemFilters("", type, owner, "", "");
        if (!filters.type().isEmpty()) {
            flash.addAttribute("type", filters.type());
        }
        if (!filters.owner().isEmpty()) {
            flash.addAttribute("owner", filters.owner());
        }
        return new ModelAndView("redirect:/configuration/stale");
    }

}
