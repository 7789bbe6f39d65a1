package io.slipway.deployment.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.slipway.deployment.DeploymentDetails;
import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.report.DeploymentReports;
import io.slipway.deployment.report.ReportMatch;
import io.slipway.deployment.report.ReportTiming;
import io.slipway.deployment.report.ReportedDeployment;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.ReleaseUnitDetails;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.validation.evidence.EvidenceDetails;
import io.slipway.validation.evidence.EvidenceManagement;
import io.slipway.workflow.rule.RuledStep;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What tools report of a run answers two steps: it is done once every unit was reported
 * as it was validated, and works once tests that ran where it runs now have passed.
 */
@Configuration(proxyBeanMethods = false)
class RuledRun {

    private final DeploymentManagement deployments;

    private final ReleaseManagement releases;

    private final Times times;

    private final Messages messages;

    RuledRun(DeploymentManagement deployments, ReleaseManagement releases, Times times, Messages messages) {
        this.deployments = deployments;
        this.releases = releases;
        this.times = times;
        this.messages = messages;
    }

    /** One report of something else, and a person looks at it. */
    @Bean
    RuledStep ruledDeployment(DeploymentReports reports, PackageManagement packages) {
        return RuledStep.of("deployment/deploy-package", (item) -> {
            ReleaseDetails release = this.releases.get(item.businessKey());
            int attempt = this.deployments.newestOf(release.key()).map(DeploymentDetails::attempt).orElse(0);
            List<ReportedDeployment> told = reports.of(release, "")
                .rows()
                .stream()
                .filter((one) -> one.timing() == ReportTiming.DURING && one.attempt() == attempt)
                .toList();
            boolean whole = told.stream()
                .map(ReportedDeployment::unit)
                .filter(Objects::nonNull)
                .distinct()
                .toList()
                .containsAll(packages.get(release.key()).units().stream().map(ReleaseUnitDetails::name).toList());
            boolean sound = told.stream().allMatch((one) -> one.match() == ReportMatch.AS_DELIVERED);
            return (whole && sound)
                    ? told.stream()
                        .max(Comparator.comparing(ReportedDeployment::at))
                        .map((last) -> new DeployPackageForm(this.times.toInputText(last.at()),
                                this.messages.text("deployment.ruled.reported", last.source()), "succeeded"))
                    : Optional.empty();
        });
    }

    @Bean
    RuledStep ruledVerification(EvidenceManagement evidence) {
        return RuledStep.of("deployment/verify-deployment", (item) -> {
            ReleaseDetails release = this.releases.get(item.businessKey());
            Instant finished = this.deployments.newestOf(release.key())
                .map((attempt) -> attempt.run().finishedAt())
                .orElse(null);
            List<EvidenceDetails> since = evidence.of(release)
                .all()
                .stream()
                .filter((one) -> ranThere(one, release, finished))
                .toList();
            boolean passed = !since.isEmpty() && since.stream().allMatch(RuledRun::passed);
            return passed
                    ? Optional.of(new VerifyDeploymentForm(
                            this.messages.text("deployment.ruled.verified", since.get(0).name()), "verified"))
                    : Optional.empty();
        });
    }

    private static boolean ranThere(EvidenceDetails one, ReleaseDetails release, @Nullable Instant finished) {
        return finished != null && one.environment().equalsIgnoreCase(release.environment().strip())
                && one.report().tests() != null && !one.ranAt().isBefore(finished);
    }

    private static boolean passed(EvidenceDetails one) {
        return one.counts() && one.report().finished() && one.report().tests() != null && one.report().tests().ran() > 0
                && one.report().tests().failed() == 0;
    }

}
