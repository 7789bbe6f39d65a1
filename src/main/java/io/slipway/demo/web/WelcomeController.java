package io.slipway.demo.web;

import io.slipway.identity.people.DemoPeople;
import io.slipway.input.NotFoundException;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Shows newcomers whom they can be, by one press each, and where to look first.
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
        model.addAttribute("tours", Tour.ALL);
        return "demo/welcome";
    }

    @GetMapping("/welcome/{person}")
    String tour(@PathVariable String person, Model model) {
        Tour tour = Tour.of(person).findFirst().orElseThrow(() -> new NotFoundException("tour", person));
        model.addAttribute("tour", tour);
        return "demo/tour";
    }

    @ModelAttribute("password")
    String password() {
        return DemoPeople.PASSWORD;
    }

}
