package io.slipway.deployment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.release.page.ReleaseFlag;
import io.slipway.release.page.ReleaseFlags;
import io.slipway.ui.Messages;

import org.springframework.stereotype.Component;

/**
 * Marks the releases whose deployment failed or is being taken back.
 */
@Component
class FailureFlags implements ReleaseFlags {

    private final DeploymentRepository deployments;

    private final Messages words;

    FailureFlags(DeploymentRepository deployments, Messages words) {
        this.deployments = deployments;
        this.words = words;
    }

    @Override
    public Map<String, List<ReleaseFlag>> of(Collection<String> keys) {
        return keys.isEmpty() ? Map.of()
                : this.deployments.failing(keys)
                    .stream()
                    .collect(Collectors.toMap(DeploymentAttempt::releaseKey, (one) -> List.of(flag(one))));
    }

    private ReleaseFlag flag(DeploymentAttempt attempt) {
        return new ReleaseFlag(true, "alert-octagon", this.words.text("deployment.flag.failed"),
                this.words.text("deployment.flag.failed.why", attempt.attempt(),
                        this.words.text("deployment.status." + attempt.status())));
    }

}
