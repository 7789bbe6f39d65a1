package io.slipway.deployment.web;

import java.util.Map;

import io.slipway.deployment.DeploymentReadiness;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleasePart;
import io.slipway.ui.Messages;

import org.springframework.stereotype.Component;

/**
 * Answers "May I deploy now?" on the overview of a release, until it is deployed.
 */
@Component
class ReadinessPart implements ReleasePart {

    private final DeploymentReadiness readiness;

    private final Messages words;

    ReadinessPart(DeploymentReadiness readiness, Messages words) {
        this.readiness = readiness;
        this.words = words;
    }

    @Override
    public String template() {
        return "deployment/_readiness-part";
    }

    @Override
    public boolean concerns(ReleaseDetails release) {
        return release.open() && release.phase().compareTo(Phase.DEPLOY) <= 0;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release) {
        return Map.of("readiness", this.readiness.of(release)
            .withOneChecklist((unmet, items) -> this.words.text("deployment.readiness.checklist", unmet, items)));
    }

}
