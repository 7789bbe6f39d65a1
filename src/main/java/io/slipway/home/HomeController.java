package io.slipway.home;

import java.time.ZoneId;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The first page after signing in: what needs this person today.
 */
@Controller
@Navigation(Section.HOME)
class HomeController {

    private final CurrentActor currentActor;

    private final Agenda agenda;

    HomeController(CurrentActor currentActor, Agenda agenda) {
        this.currentActor = currentActor;
        this.agenda = agenda;
    }

    @GetMapping("/")
    String home(Model model) {
        Actor actor = this.currentActor.get();
        ZoneId zone = LocaleContextHolder.getTimeZone().toZoneId();
        model.addAttribute("tasks", this.agenda.tasks(zone));
        model.addAttribute("releases", this.agenda.releases(actor));
        model.addAttribute("shortcuts", Shortcut.of(actor));
        return "home/home";
    }

}
