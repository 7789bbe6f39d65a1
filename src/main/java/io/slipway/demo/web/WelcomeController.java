package io.slipway.demo.web;

import io.slipway.demo.Telling;
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

    private final Telling telling;

    WelcomeController(DemoPeople people, Telling telling) {
        this.people = people;
        this.telling = telling;
    }

    @GetMapping("/welcome")
    String welcome(Model model) {
        model.addAttribute("people", this.people.all());
        model.addAttribute("tours", Tour.ALL);
        model.addAttribute("progress", this.telling.progress().orElse(null));
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
