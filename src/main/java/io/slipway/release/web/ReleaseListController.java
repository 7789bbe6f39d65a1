package io.slipway.release.web;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseSummary;
import io.slipway.release.page.ReleaseLines;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;

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

    ReleaseListController(ReleaseManagement releases, PersonDirectory people, ReleaseLines lines) {
        this.releases = releases;
        this.lines = lines;
        this.people = people;
    }

    @GetMapping("/releases")
    String list(@ModelAttribute("filters") ReleaseFilters filters, Model model) {
        KeyPage<ReleaseSummary> page = this.releases.list(filters.query());
        model.addAttribute("page", page);
        model.addAttribute("lines", this.lines.of(page.rows()));
        model.addAttribute("services", this.releases.knownServices());
        model.addAttribute("owners", this.people.holding(Role.RELEASE_MANAGER));
        model.addAttribute("states", ReleaseFilters.states());
        model.addAttribute("types", ReleaseFilters.types());
        model.addAttribute("phases", ReleaseFilters.phases());
        model.addAttribute("sorts", ReleaseFilters.sorts());
        return "release/list";
    }

    @GetMapping("/releases/board")
    String board(Model model) {
        model.addAttribute("phases", Phase.values());
        model.addAttribute("columns", this.releases.board());
        model.addAttribute("counts", this.releases.countsByPhase());
        return "release/board";
    }

}
