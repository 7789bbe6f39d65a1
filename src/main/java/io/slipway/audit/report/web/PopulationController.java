package io.slipway.audit.report.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.slipway.audit.RecordSearch;
import io.slipway.audit.report.CompletenessManagement;
import io.slipway.audit.report.ItemManagement;
import io.slipway.audit.report.ItemTest.Kind;
import io.slipway.audit.report.Population;
import io.slipway.audit.report.PopulationKind;
import io.slipway.audit.report.PopulationManagement;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What auditors test: a population, a sample of it, one sheet for each deployment, and
 * all that did not pass.
 */
@Controller
@Navigation(Section.AUDIT)
@PreAuthorize(RecordSearch.READERS)
@RequestMapping("/audit/reports")
class PopulationController {

    private final PopulationManagement populations;

    private final CompletenessManagement completeness;

    private final ItemManagement items;

    private final Clock clock;

    PopulationController(PopulationManagement populations, CompletenessManagement completeness, ItemManagement items,
            Clock clock) {
        this.populations = populations;
        this.completeness = completeness;
        this.items = items;
        this.clock = clock;
    }

    @GetMapping("/population")
    String population(@ModelAttribute("asked") ReportFilters asked, Model model) {
        ReportFilters filters = asked.complete(this.clock);
        PopulationKind kind = filters.population();
        Population population = this.populations.draw(kind, filters.period(), ReportFilters.text(filters.seed()),
                filters.wanted());
        model.addAttribute("filters", filters);
        model.addAttribute("population", population);
        model.addAttribute("complete", this.completeness.of(kind, filters.period()));
        model.addAttribute("tested", (kind == PopulationKind.DEPLOYMENTS)
                ? this.items.of(population.sample().stream().map((one) -> one.member().id()).toList()) : Map.of());
        model.addAttribute("members", this.populations.page(kind, filters.period(), filters.cursor()));
        return "audit/report/population";
    }

    @GetMapping("/releases/{key}/attempts/{attempt:\\d{1,6}}")
    String item(@PathVariable String key, @PathVariable int attempt, Model model) {
        model.addAttribute("tested", this.items.get(key, attempt));
        return "audit/report/item";
    }

    @GetMapping("/exceptions")
    String exceptions(@ModelAttribute("asked") ReportFilters asked, Model model) {
        ReportFilters filters = asked.complete(this.clock);
        String test = ReportFilters.text(filters.test());
        Set<Kind> kinds = test.isEmpty() ? Set.of() : Set.of(Kind.valueOf(test));
        model.addAttribute("filters", filters);
        model.addAttribute("kinds", List.of(Kind.values()));
        model.addAttribute("asked", kinds);
        model.addAttribute("exceptions", this.items.exceptions(filters.period(), kinds, filters.cursor()));
        return "audit/report/exceptions";
    }

}
