package io.slipway.audit.report.web;

import java.time.Clock;
import java.util.Map;

import io.slipway.audit.report.FollowUp.Kind;
import io.slipway.audit.report.UnauthorisedChanges;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.FormText;
import io.slipway.ui.form.RefusedForm;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where those who answer for releases and changes say what was done about deployments
 * that nobody had allowed.
 */
@Controller
@Navigation(Section.CHANGES)
@PreAuthorize(UnauthorisedChanges.WRITERS)
@RequestMapping("/changes/unauthorised")
class FollowUpController {

    private static final String PAGE = "/changes/unauthorised?since={since}&until={until}";

    private final UnauthorisedChanges unauthorised;

    private final Messages words;

    private final Clock clock;

    FollowUpController(UnauthorisedChanges unauthorised, Messages words, Clock clock) {
        this.unauthorised = unauthorised;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String show(@ModelAttribute("asked") ReportFilters asked, Model model) {
        ReportFilters filters = asked.complete(this.clock);
        model.addAttribute("filters", filters);
        model.addAttribute("writes", true);
        model.addAttribute("found", this.unauthorised.toFollowUp(filters.period(), filters.cursor()));
        return "audit/report/follow-up";
    }

    @PostMapping("/{kind}/{id:\\d{1,18}}")
    ModelAndView follow(@PathVariable String kind, @PathVariable long id, @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String link, @ModelAttribute("asked") ReportFilters asked,
            RedirectAttributes flash) {
        ReportFilters filters = asked.complete(this.clock);
        String known = FormText.known(Kind.class, kind);
        if (known.isEmpty()) {
            throw new NotFoundException("event", Long.toString(id));
        }
        try {
            this.unauthorised.followUp(Kind.valueOf(known), id, FormText.of(text), FormText.of(link));
        }
        catch (InvalidInputException ex) {
            return RefusedForm.with(Map.of("typedOf", kind + id, "typedText", text, "typedLink", link),
                    this.words.text(ex.code(), ex.arguments()), PAGE, filters.since(), filters.until());
        }
        this.words.success(flash, "audit.report.follow-up.kept");
        return new ModelAndView("redirect:" + PAGE,
                Map.of("since", String.valueOf(filters.since()), "until", String.valueOf(filters.until())));
    }

}
