package io.slipway.policy.web;

import java.util.Map;

import io.slipway.policy.PolicyTables;
import io.slipway.policy.PolicyWords;
import io.slipway.ui.Navigation;
import io.slipway.workflow.decision.DecisionResult;
import io.slipway.workflow.decision.DecisionTable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The decision tables: what they say, what they said before, and what they would say.
 */
@Controller
@Navigation(Navigation.Section.ADMINISTRATION)
@RequestMapping("/administration/policies")
class PoliciesController {

    private final PolicyTables tables;

    private final PolicyWords words;

    PoliciesController(PolicyTables tables, PolicyWords words) {
        this.tables = tables;
        this.words = words;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("tables", this.tables.all());
        return "policy/tables";
    }

    @GetMapping("/{decision:[A-Za-z]{1,64}}")
    String table(@PathVariable String decision, @RequestParam Map<String, String> parameters, Model model) {
        DecisionTable table = this.tables.get(decision);
        Trial trial = Trial.of(table, parameters, this.words);
        model.addAttribute("table", table);
        model.addAttribute("changes", this.tables.changes(decision));
        model.addAttribute("trial", trial);
        if (trial.complete()) {
            DecisionResult result = this.tables.tryOut(decision, trial.inputs(table));
            model.addAttribute("result", result);
            model.addAttribute("hits", result.rowIds());
        }
        return "policy/table";
    }

    @GetMapping("/{decision:[A-Za-z]{1,64}}/versions/{version:\\d{1,9}}")
    String version(@PathVariable String decision, @PathVariable int version, Model model) {
        model.addAttribute("table", this.tables.get(decision, version));
        model.addAttribute("newest", this.tables.get(decision).version());
        return "policy/version";
    }

}
