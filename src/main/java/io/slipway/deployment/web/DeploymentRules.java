package io.slipway.deployment.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.slipway.deployment.DeploymentReadiness;
import io.slipway.deployment.ReadinessManagement;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Times;
import io.slipway.workflow.rule.RuledStep;
import io.slipway.workflow.step.Step;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What facts alone can answer before a deployment: a go and a start once every condition
 * is met, and backups that a tool has reported of all that the plan names. The start
 * waits for its time by itself.
 */
@Configuration(proxyBeanMethods = false)
class DeploymentRules {

    /** As for a start, but for the backups, which follow. */
    @Bean
    RuledStep ruledGo() {
        return RuledStep.of("deployment/decide-go-no-go", (item) -> Optional.of(new Step.Answer("", "go")));
    }

    @Bean
    RuledStep ruledStart(DeploymentReadiness readiness, ReleaseManagement releases) {
        return RuledStep.of("deployment/start-deployment",
                (item) -> readiness.of(releases.get(item.businessKey())).allowed()
                        ? Optional.of(new Step.Answer("", "start")) : Optional.empty());
    }

    @Bean
    RuledStep ruledBackups(ReadinessManagement readiness, Times times) {
        return RuledStep.of("deployment/confirm-backups", (item) -> readiness.backup(item.businessKey())
            .filter((backup) -> Objects.requireNonNullElse(backup.content().sparedReason(), "").isEmpty())
            .map((backup) -> new ConfirmBackupsForm(backup.content().location(),
                    times.toInputText(backup.content().takenAt()), times.toInputText(backup.content().verifiedAt()),
                    Objects.requireNonNullElse(backup.content().covers(), List.of()), "", "confirmed")));
    }

}
