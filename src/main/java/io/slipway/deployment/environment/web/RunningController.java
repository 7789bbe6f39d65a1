package io.slipway.deployment.environment.web;

import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.environment.Drifts;
import io.slipway.deployment.environment.Environments;
import io.slipway.deployment.environment.RunningMatrix;
import io.slipway.deployment.environment.WhatRuns;
import io.slipway.ui.Navigation;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What runs where, and what is being deployed now. Everybody who is signed in reads it.
 */
@Controller
@Navigation(Navigation.Section.DEPLOYMENTS)
class RunningController {

    private static final int RUNNING = 20;

    private final WhatRuns whatRuns;

    private final Environments environments;

    private final Drifts drifts;

    private final DeploymentManagement deployments;

    RunningController(WhatRuns whatRuns, Environments environments, Drifts drifts, DeploymentManagement deployments) {
        this.whatRuns = whatRuns;
        this.environments = environments;
        this.drifts = drifts;
        this.deployments = deployments;
    }

    @GetMapping("/deployments")
    ModelAndView matrix(@RequestParam(defaultValue = "") String from) {
        RunningMatrix matrix = this.whatRuns.matrix(from);
        return new ModelAndView("deployment/deployments", "matrix", matrix)
            .addObject("drifts", this.drifts.of(matrix.environments()))
            .addObject("kept", this.environments.kept(matrix.environments()))
            .addObject("running", this.deployments.runningNow(RUNNING));
    }

    @GetMapping("/deployments/history")
    ModelAndView history(@RequestParam String service, @RequestParam String environment,
            @RequestParam(defaultValue = "") String from) {
        return new ModelAndView("deployment/running-history", "page", this.whatRuns.history(service, environment, from))
            .addObject("service", service)
            .addObject("environment", environment);
    }

}
