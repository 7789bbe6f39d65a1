package io.slipway.deployment.rehearsal.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.deployment.rehearsal.Estimates;
import io.slipway.deployment.run.RunManagement;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.wave.Wave;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseSection;
import io.slipway.ui.Tab;

/**
 * The tab with the runs of a release, live and rehearsed, and how long its steps took
 * beside what is planned.
 */
@Tab.At(id = "runs", order = 52, template = "deployment/_release-runs")
class RunsOfReleaseSection implements ReleaseSection {

    private final RunManagement runs;

    private final Estimates estimates;

    private final CurrentPlans plans;

    RunsOfReleaseSection(RunManagement runs, Estimates estimates, CurrentPlans plans) {
        this.runs = runs;
        this.estimates = estimates;
        this.plans = plans;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        List<Wave> waves = this.plans.of(release).plan().deployment().waves();
        Map<String, Object> content = new HashMap<>();
        content.put("runsOfRelease", this.runs.ofRelease(release.key()));
        content.put("estimates", this.estimates.of(release.key(), waves));
        content.put("planned", !waves.isEmpty());
        return content;
    }

}
