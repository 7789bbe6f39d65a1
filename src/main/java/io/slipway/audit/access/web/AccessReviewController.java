package io.slipway.audit.access.web;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.slipway.audit.access.AccessReview;
import io.slipway.audit.access.AccessReviewManagement;
import io.slipway.audit.access.AccessRow.Decision;
import io.slipway.audit.access.AccessRow.Verdict;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.people.PersonManagement;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Download;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.FormText;
import io.slipway.ui.form.RefusedForm;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Reviews of who has access: the list of them, and what each lists, decided on row by row
 * by whoever has its task.
 */
@Controller
@Navigation(Section.AUDIT)
@PreAuthorize(AccessReviewManagement.READERS)
@RequestMapping("/audit/access-reviews")
class AccessReviewController {

    private static final String PAGE = "/audit/access-reviews";

    private static final String ADMINISTRATOR = "hasAuthority('administrator')";

    private static final String DECISION = "decision-";

    private static final String OPEN = "open-";

    private static final String REASON = "reason-";

    private final AccessReviewManagement reviews;

    private final CurrentActor currentActor;

    private final Messages words;

    AccessReviewController(AccessReviewManagement reviews, CurrentActor currentActor, Messages words) {
        this.reviews = reviews;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping
    String all(@RequestParam(defaultValue = "") String from, Model model) {
        model.addAttribute("reviews", this.reviews.reviews(FormText.of(from)));
        model.addAttribute("months", this.reviews.months());
        model.addAttribute("next", this.reviews.next().orElse(null));
        return "audit/access/reviews";
    }

    @PostMapping
    @PreAuthorize(ADMINISTRATOR)
    ModelAndView open(RedirectAttributes flash) {
        try {
            long id = this.reviews.open();
            this.words.success(flash, "audit.access.opened");
            return new ModelAndView("redirect:" + PAGE + "/" + id);
        }
        catch (InvalidInputException ex) {
            return RefusedForm.at(PAGE, this.words.text(ex.code(), ex.arguments()));
        }
    }

    @PostMapping("/period")
    @PreAuthorize(ADMINISTRATOR)
    ModelAndView period(@RequestParam(defaultValue = "") String months, RedirectAttributes flash) {
        try {
            this.reviews.changePeriod(FormText.number(FormText.of(months)));
            this.words.success(flash, "audit.access.period.changed");
            return new ModelAndView("redirect:" + PAGE);
        }
        catch (InvalidInputException ex) {
            return RefusedForm.at(PAGE, this.words.text(ex.code(), ex.arguments()));
        }
    }

    @GetMapping("/{review:\\d{1,18}}")
    String review(@PathVariable long review, @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String from, Model model) {
        AccessReview found = this.reviews.get(review);
        boolean undecided = show.equals("undecided");
        model.addAttribute("review", found);
        model.addAttribute("show", undecided ? "undecided" : "");
        model.addAttribute("from", FormText.of(from));
        model.addAttribute("count", this.reviews.count(review));
        model.addAttribute("task", this.reviews.task(found).orElse(null));
        model.addAttribute("decides", this.reviews.mayDecide(found));
        model.addAttribute("reader", this.currentActor.get().userName());
        model.addAttribute("page", this.reviews.rows(review, undecided, FormText.of(from)));
        return "audit/access/review";
    }

    @GetMapping("/{review:\\d{1,18}}/file")
    ResponseEntity<Resource> file(@PathVariable long review) {
        byte[] file = this.reviews.file(review);
        return Download.of("access-review-" + review + ".csv", file.length, new ByteArrayInputStream(file));
    }

    @PostMapping("/{review:\\d{1,18}}/rows")
    @PreAuthorize(PersonManagement.REVIEWERS)
    ModelAndView decide(@PathVariable long review, @RequestParam Map<String, String> fields, RedirectAttributes flash) {
        String show = "undecided".equals(fields.get("show")) ? "undecided" : "";
        String from = FormText.of(fields.get("from"));
        List<Verdict> verdicts = verdicts(fields);
        try {
            this.words.success(flash, "audit.access.saved", this.reviews.decide(review, verdicts));
        }
        catch (InvalidInputException ex) {
            Map<String, String> typed = new LinkedHashMap<>();
            fields.forEach((name, value) -> {
                if (name.startsWith(DECISION) || name.startsWith(REASON) || name.equals("reason")) {
                    typed.put(name, FormText.of(value));
                }
            });
            return RefusedForm.with(Map.of("typed", typed), this.words.text(ex.code(), ex.arguments()),
                    PAGE + "/{review}?show={show}&from={from}", review, show, from);
        }
        return new ModelAndView("redirect:" + PAGE + "/" + review + "?show=" + show);
    }

    /**
     * What was said of rows; one reason may stand for all that have none of their own.
     */
    private static List<Verdict> verdicts(Map<String, String> fields) {
        String common = FormText.of(fields.get("reason"));
        List<Verdict> verdicts = new ArrayList<>();
        fields.forEach((name, value) -> {
            String decision = FormText.constant(Decision.class, value);
            if (name.matches(DECISION + "\\d{1,18}") && !decision.isEmpty()) {
                String row = name.substring(DECISION.length());
                String reason = FormText.of(fields.get(REASON + row));
                verdicts.add(new Verdict(Long.parseLong(row), Decision.valueOf(decision),
                        reason.isEmpty() ? common : reason));
            }
        });
        if (Decision.KEPT.name().equals(fields.get("rest"))) {
            fields.keySet()
                .stream()
                .filter((name) -> name.matches(OPEN + "\\d{1,18}"))
                .map((name) -> name.substring(OPEN.length()))
                .filter((row) -> !fields.containsKey(DECISION + row))
                .forEach((row) -> verdicts.add(new Verdict(Long.parseLong(row), Decision.KEPT, common)));
        }
        return verdicts;
    }

}
