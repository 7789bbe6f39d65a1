package io.slipway.identity.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Leads from the administration's address to its first page.
 */
@Controller
class AdministrationController {

    @GetMapping("/administration")
    String first() {
        return "redirect:/administration/people";
    }

}
