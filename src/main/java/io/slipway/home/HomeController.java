package io.slipway.home;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Role;
import io.slipway.notification.Reminders;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.SystemCheck;
import io.slipway.workflow.WorkItemSearch;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The first page after signing in: what needs this person today, by the roles that they
 * hold. Parts that have nothing to say come last.
 */
@Controller
@Navigation(Section.HOME)
class HomeController {

    /** Who decides and does little else: each decision is a card, not a row. */
    private static final Set<Role> DECIDERS = Set.of(Role.STAKEHOLDER, Role.CHANGE_AUTHORITY, Role.SERVICE_OWNER,
            Role.TEST_MANAGER);

    private final CurrentActor currentActor;

    private final WorkItemSearch search;

    private final Agenda agenda;

    private final DecisionCards cards;

    private final Reminders reminders;

    private final List<SystemCheck> checks;

    HomeController(CurrentActor currentActor, WorkItemSearch search, Agenda agenda, DecisionCards cards,
            Reminders reminders, List<SystemCheck> checks) {
        this.currentActor = currentActor;
        this.search = search;
        this.agenda = agenda;
        this.cards = cards;
        this.reminders = reminders;
        this.checks = List.copyOf(checks);
    }

    @GetMapping("/")
    String home(Model model) {
        Actor actor = this.currentActor.get();
        ZoneId zone = LocaleContextHolder.getTimeZone().toZoneId();
        Parts parts = new Parts();
        Waiting tasks = Waiting.of(this.search, zone);
        model.addAttribute("tasks", tasks);
        boolean decides = actor.roles().stream().anyMatch(DECIDERS::contains);
        if (decides) {
            model.addAttribute("cards", this.cards.of(tasks.nearest()));
            parts.add("decisions", tasks.none());
        }
        work(actor, zone, model, parts);
        if (actor.has(Role.ADMINISTRATOR)) {
            model.addAttribute("checks", states((check) -> true));
            parts.add("system", false);
        }
        if (actor.has(Role.AUDITOR)) {
            model.addAttribute("deviated", this.agenda.deviated());
            model.addAttribute("audited", states(SystemCheck::audited));
            parts.add("audit", false);
        }
        if (!decides) {
            parts.add("mine", tasks.mine().isEmpty());
            parts.add("open", tasks.open().isEmpty());
        }
        Agenda.Afloat afloat = this.agenda.afloat();
        model.addAttribute("afloat", afloat);
        parts.add("phases", afloat.none());
        model.addAttribute("parts", parts.all());
        model.addAttribute("shortcuts", Shortcut.of(actor));
        return "home/home";
    }

    private List<SystemCheck.State> states(Predicate<SystemCheck> wanted) {
        return this.checks.stream().filter(wanted).map(SystemCheck::now).flatMap(Optional::stream).toList();
    }

    private void work(Actor actor, ZoneId zone, Model model, Parts parts) {
        boolean manages = actor.has(Role.RELEASE_MANAGER);
        boolean runs = actor.has(Role.DEPLOYMENT_MANAGER) || actor.has(Role.OPERATIONS);
        if (!manages && !runs) {
            return;
        }
        Agenda.Work work = this.agenda.work(manages ? actor.userName() : null, runs, zone);
        model.addAttribute("work", work);
        if (work.runs() != null) {
            parts.add("runs", work.runs().none());
        }
        if (work.own() != null && work.fortnight() != null) {
            Set<String> stuck = this.agenda.stuck(work.own(), actor.userName());
            model.addAttribute("stuck", stuck);
            model.addAttribute("reminded", this.reminders.today(stuck));
            parts.add("own", work.own().isEmpty());
            parts.add("fortnight", false);
        }
    }

    /** The names of the parts in their order, those with nothing to say last. */
    private static final class Parts {

        private final List<String> said = new ArrayList<>();

        private final List<String> empty = new ArrayList<>();

        void add(String name, boolean nothing) {
            (nothing ? this.empty : this.said).add(name);
        }

        List<String> all() {
            List<String> all = new ArrayList<>(this.said);
            all.addAll(this.empty);
            return all;
        }

    }

}
