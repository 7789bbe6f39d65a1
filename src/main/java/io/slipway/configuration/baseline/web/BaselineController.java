package io.slipway.configuration.baseline.web;

import java.util.List;

import io.slipway.configuration.baseline.Baseline;
import io.slipway.configuration.baseline.BaselineManagement;
import io.slipway.configuration.baseline.Comparison;
import io.slipway.configuration.baseline.Moment;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a baseline recorded, how it differs from another or from today, and how its
 * records are restored after a rollback.
 */
@Controller
@RequestMapping("/configuration/baselines/{id}")
@Navigation(Section.CONFIGURATION)
class BaselineController {

    private final BaselineManagement baselines;

    private final Messages messages;

    BaselineController(BaselineManagement baselines, Messages messages) {
        this.baselines = baselines;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(@PathVariable long id) {
        Baseline baseline = this.baselines.get(id);
        return new ModelAndView("configuration/baseline", "baseline", baseline)
            .addObject("records", this.baselines.records(id))
            .addObject("others", others(baseline));
    }

    @GetMapping("/compare")
    ModelAndView compare(@PathVariable long id, @RequestParam(defaultValue = "0") long to) {
        return comparison((to > 0) ? this.baselines.compare(id, to) : this.baselines.drift(id), "");
    }

    @PostMapping("/restore")
    @PreAuthorize("hasAuthority('configuration-manager')")
    ModelAndView restore(@PathVariable long id, @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        try {
            int restored = this.baselines.restore(id, token, reason.strip());
            this.messages.success(flash, "configuration.baseline.restored", restored);
            return new ModelAndView("redirect:/configuration/baselines/" + id + "/compare");
        }
        catch (InvalidInputException ex) {
            ModelAndView page = comparison(this.baselines.drift(id), reason.strip());
            page.setStatus(ex.field().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY);
            return page.addObject("refusal", this.messages.text(ex.code(), ex.arguments()));
        }
    }

    private ModelAndView comparison(Comparison comparison, String reason) {
        Baseline from = comparison.from();
        boolean restorable = comparison.to() == null && from.moment() == Moment.BEFORE
                && !comparison.differences().isEmpty() && this.baselines.rolledBack(from);
        return new ModelAndView("configuration/compare", "comparison", comparison).addObject("restorable", restorable)
            .addObject("reason", reason)
            .addObject("others", others(from));
    }

    private List<Baseline> others(Baseline baseline) {
        return this.baselines.ofRelease(baseline.releaseKey())
            .stream()
            .filter((other) -> other.id() != baseline.id())
            .toList();
    }

}
