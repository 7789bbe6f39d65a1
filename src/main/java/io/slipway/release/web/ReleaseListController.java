package io.slipway.release.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseQuery;
import io.slipway.release.ReleaseSummary;
import io.slipway.release.page.ReleaseLine;
import io.slipway.release.page.ReleaseLines;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.Times;
import io.slipway.view.SavedViews;
import io.slipway.view.ViewTab;
import io.slipway.view.ViewedList;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * All releases: as a list that can be searched, filtered and paged, and as a board by
 * phase.
 */
@Controller
@Navigation(Section.RELEASES)
class ReleaseListController {

    private final ReleaseManagement releases;

    private final PersonDirectory people;

    private final ReleaseLines lines;

    private final SavedViews views;

    private final CurrentActor currentActor;

    private final Times times;

    ReleaseListController(ReleaseManagement releases, PersonDirectory people, ReleaseLines lines, SavedViews views,
            CurrentActor currentActor, Times times) {
        this.releases = releases;
        this.views = views;
        this.currentActor = currentActor;
        this.times = times;
        this.lines = lines;
        this.people = people;
    }

    @GetMapping("/releases")
    String list(@ModelAttribute("filters") ReleaseFilters filters, Model model) {
        Actor actor = this.currentActor.get();
        boolean audits = actor.has(Role.AUDITOR) || actor.has(Role.ADMINISTRATOR);
        ReleaseQuery query = filters.query(this.times, audits);
        KeyPage<ReleaseSummary> page = query.record().person().isEmpty() ? this.releases.list(query)
                : this.releases.listOfPerson(query);
        List<ViewTab> tabs = filters.tabs(actor.has(Role.RELEASE_MANAGER) ? actor.userName() : null, audits);
        model.addAttribute("views", this.views.of(ViewedList.RELEASES, filters.written(), tabs));
        model.addAttribute("count", this.releases.count(query));
        model.addAttribute("page", page);
        model.addAttribute("lines", this.lines.of(page.rows()));
        model.addAttribute("services", this.releases.knownServices());
        model.addAttribute("owners", this.people.holding(Role.RELEASE_MANAGER));
        model.addAttribute("states", ReleaseFilters.states());
        model.addAttribute("types", ReleaseFilters.types());
        model.addAttribute("phases", ReleaseFilters.phases());
        model.addAttribute("sorts", ReleaseFilters.sorts());
        model.addAttribute("deviations", this.releases.knownDeviations());
        model.addAttribute("audits", audits);
        return "release/list";
    }

    @GetMapping("/releases/board")
    String board(Model model) {
        model.addAttribute("phases", Phase.values());
        Map<Phase, List<ReleaseSummary>> columns = this.releases.board();
        Map<Phase, List<ReleaseLine>> lines = this.lines.of(columns.values().stream().flatMap(List::stream).toList())
            .stream()
            .collect(Collectors.groupingBy((line) -> line.release().phase(), () -> new EnumMap<>(Phase.class),
                    Collectors.toList()));
        model.addAttribute("columns", lines);
        model.addAttribute("counts", this.releases.countsByPhase());
        return "release/board";
    }

}
