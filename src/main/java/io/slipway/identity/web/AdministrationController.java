package io.slipway.identity.web;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Role;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Leads from the administration's address to the first of its pages that one may read.
 */
@Controller
class AdministrationController {

    private final CurrentActor currentActor;

    AdministrationController(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @GetMapping("/administration")
    String first() {
        return this.currentActor.get().has(Role.ADMINISTRATOR) ? "redirect:/administration/people"
                : "redirect:/administration/policies";
    }

}
