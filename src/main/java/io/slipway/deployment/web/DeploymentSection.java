package io.slipway.deployment.web;

import java.util.HashMap;
import java.util.Map;

import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.ReadinessManagement;
import io.slipway.deployment.halt.HaltManagement;
import io.slipway.deployment.report.DeploymentReports;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseSection;
import io.slipway.ui.Tab;

/**
 * The tab with a release's announcement, go decisions, backups and deployments, and what
 * tools report of them.
 */
@Tab.At(id = "deployment", order = 50, template = "deployment/_section")
class DeploymentSection implements ReleaseSection {

    private final ReadinessManagement readiness;

    private final DeploymentManagement deployments;

    private final DeploymentReports reports;

    private final HaltManagement halts;

    DeploymentSection(ReadinessManagement readiness, DeploymentManagement deployments, DeploymentReports reports,
            HaltManagement halts) {
        this.reports = reports;
        this.halts = halts;
        this.readiness = readiness;
        this.deployments = deployments;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        Map<String, Object> content = new HashMap<>();
        this.readiness.announcement(release.key())
            .ifPresent((announcement) -> content.put("announcement", announcement));
        this.readiness.backup(release.key()).ifPresent((backup) -> content.put("backup", backup));
        content.put("goDecisions", this.readiness.decisions(release.key()));
        content.put("attempts", this.deployments.ofRelease(release.key()));
        content.put("halts", this.halts.of(release.key()));
        content.put("reports", this.reports.of(release, from));
        return content;
    }

}
