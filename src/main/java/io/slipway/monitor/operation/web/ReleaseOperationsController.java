package io.slipway.monitor.operation.web;

import java.util.List;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.workflow.Suspensions;
import io.slipway.workflow.job.JobFilter;
import io.slipway.workflow.job.JobState;
import io.slipway.workflow.job.Jobs;
import io.slipway.workflow.migration.Migrations;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.operation.Token;
import io.slipway.workflow.operation.TokenMoves;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Says what can be done with the running processes of a release, by whom, and what cannot
 * be done and why.
 */
@Controller
@Navigation(Section.MONITOR)
@RequestMapping("/monitor/releases/{key}/operations")
class ReleaseOperationsController {

    private final ReleaseManagement releases;

    private final Suspensions suspensions;

    private final Jobs jobs;

    private final TokenMoves moves;

    private final Migrations migrations;

    ReleaseOperationsController(ReleaseManagement releases, Suspensions suspensions, Jobs jobs, TokenMoves moves,
            Migrations migrations) {
        this.releases = releases;
        this.suspensions = suspensions;
        this.jobs = jobs;
        this.moves = moves;
        this.migrations = migrations;
    }

    @GetMapping
    ModelAndView show(@PathVariable String key) {
        ReleaseDetails release = this.releases.get(key);
        List<Token> tokens = this.moves.tokens(release.key());
        List<ModelVersion> old = tokens.stream()
            .map(Token::model)
            .distinct()
            .filter((model) -> !this.migrations.newer(model).isEmpty())
            .toList();
        return new ModelAndView("monitor/operations").addObject("release", release)
            .addObject("suspension", this.suspensions.of(release.key()).orElse(null))
            .addObject("failed", this.jobs.first(new JobFilter(JobState.FAILED, "", "", release.key())))
            .addObject("tokens", tokens)
            .addObject("old", old)
            .addObject("cancellable", release.open() && release.phase().beforeDeployment());
    }

    @GetMapping("/retry")
    String retry(@PathVariable String key, RedirectAttributes address) {
        address.addAttribute("all", "true");
        address.addAttribute("release", this.releases.get(key).key());
        return "redirect:/monitor/jobs/retry";
    }

}
