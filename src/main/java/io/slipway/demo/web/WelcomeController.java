package io.slipway.demo.web;

import io.slipway.identity.people.DemoPeople;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Tells newcomers who to sign in as and what to try first.
 */
@Controller
@Profile("demo")
class WelcomeController {

    private final DemoPeople people;

    WelcomeController(DemoPeople people) {
        this.people = people;
    }

    @GetMapping("/welcome")
    String welcome(Model model) {
        model.addAttribute("people", this.people.all());
        model.addAttribute("password", DemoPeople.PASSWORD);
        return "demo/welcome";
    }

}
