package io.slipway.change.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.slipway.change.ChangeDecision;
import io.slipway.change.ChangeDetails;
import io.slipway.change.ChangeManagement;
import io.slipway.change.ChangeRegister;
import io.slipway.change.ChangeStatus;
import io.slipway.change.ChangeType;
import io.slipway.discussion.CommentPlace;
import io.slipway.discussion.Discussion;
import io.slipway.discussion.page.CommentDesk;
import io.slipway.discussion.page.CommentForm;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.policy.Risk;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.FormText;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * All changes: as a list that can be searched, filtered and paged, one by one, and as the
 * agenda of what is up for decision. Everybody who is signed in reads them.
 */
@Controller
@Navigation(Section.CHANGES)
class ChangeController {

    private final ChangeRegister register;

    private final ChangeManagement changes;

    private final PersonDirectory people;

    private final Discussion discussion;

    private final CommentDesk desk;

    private final SeenVotes seen;

    ChangeController(ChangeRegister register, ChangeManagement changes, PersonDirectory people, Discussion discussion,
            CommentDesk desk, SeenVotes seen) {
        this.register = register;
        this.changes = changes;
        this.people = people;
        this.discussion = discussion;
        this.desk = desk;
        this.seen = seen;
    }

    @GetMapping("/changes")
    String list(@ModelAttribute("filters") ChangeFilters filters, Model model) {
        model.addAttribute("page", this.register.list(filters.query()));
        model.addAttribute("types", FormText.names(ChangeType.class));
        model.addAttribute("risks", FormText.names(Risk.class));
        model.addAttribute("states", FormText.names(ChangeStatus.class));
        return "change/list";
    }

    @GetMapping("/changes/{number:CHG-[0-9]{1,12}}")
    String show(@PathVariable String number, @RequestParam(defaultValue = "") String from, Model model) {
        ChangeDetails change = this.register.get(number);
        model.addAttribute("change", change);
        model.addAttribute("stale", change.authorised() && !this.changes.isUnchanged(change.releaseKey()));
        model.addAttribute("seenVotes", this.seen.of(change.releaseKey(), List.of(change)));
        model.addAttribute("comments", this.discussion.of(change.releaseKey(), from));
        model.addAttribute("mayComment", this.discussion.mayAdd());
        return "change/details";
    }

    @PostMapping("/changes/{number}/comments")
    @PreAuthorize(Role.WORKERS)
    ModelAndView comment(@PathVariable String number, CommentForm form, RedirectAttributes flash) throws IOException {
        ChangeDetails change = this.register.get(number);
        return this.desk.take(CommentPlace.change(change.number(), change.releaseKey()), form, flash,
                "/changes/{number}", change.number());
    }

    @GetMapping("/changes/agenda")
    String agenda(Model model) {
        List<ChangeDetails> up = this.register.agenda();
        Map<String, List<String>> missing = new LinkedHashMap<>();
        up.forEach((change) -> missing.put(change.number(), missing(change)));
        model.addAttribute("up", up);
        model.addAttribute("missing", missing);
        model.addAttribute("most", ChangeRegister.MOST_UP);
        return "change/agenda";
    }

    /** User names of those who can still vote: not its requester, and nobody twice. */
    private List<String> missing(ChangeDetails change) {
        List<String> voted = change.votes().stream().map(ChangeDecision::actor).toList();
        return change.openSeats()
            .stream()
            .distinct()
            .flatMap((Role role) -> this.people.holding(role).stream())
            .map(PersonSummary::userName)
            .filter((userName) -> !userName.equals(change.requester()) && !voted.contains(userName))
            .distinct()
            .toList();
    }

}
