package io.slipway.deployment.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.deployment.DeploymentDetails;
import io.slipway.deployment.DeploymentManagement;
import io.slipway.release.page.ReleaseFlag;
import io.slipway.release.page.ReleaseFlags;
import io.slipway.ui.Messages;

import org.springframework.stereotype.Component;

/**
 * Marks the releases whose deployment failed or is being taken back.
 */
@Component
class FailureFlags implements ReleaseFlags {

    private final DeploymentManagement deployments;

    private final Messages words;

    FailureFlags(DeploymentManagement deployments, Messages words) {
        this.deployments = deployments;
        this.words = words;
    }

    @Override
    public Map<String, List<ReleaseFlag>> of(Collection<String> keys) {
        Map<String, List<ReleaseFlag>> flags = new HashMap<>();
        this.deployments.failing(keys).forEach((key, attempt) -> flags.put(key, List.of(flag(attempt))));
        return flags;
    }

    private ReleaseFlag flag(DeploymentDetails attempt) {
        return new ReleaseFlag(true, "alert-octagon", this.words.text("deployment.flag.failed"),
                this.words.text("deployment.flag.failed.why", attempt.attempt(),
                        this.words.text("deployment.status." + attempt.status())));
    }

}
