package io.slipway.audit.pack.chapter;

import java.util.List;
import java.util.Optional;

import io.slipway.deployment.AnnouncementDetails;
import io.slipway.deployment.BackupDetails;
import io.slipway.deployment.DeploymentDetails;
import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.GoDecision;
import io.slipway.deployment.ReadinessManagement;
import io.slipway.deployment.Statement;
import io.slipway.deployment.halt.HaltManagement;
import io.slipway.deployment.report.DeploymentReports;
import io.slipway.release.ReleaseDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Announcement, go decisions with the checklist as it was, backups, attempts, halts, and
 * what tools reported of them.
 */
@Component
@Order(100)
class DeploymentChapter implements Chapter.Source {

    private final ReadinessManagement readiness;

    private final DeploymentManagement deployments;

    private final DeploymentReports reports;

    private final HaltManagement halts;

    private final People people;

    DeploymentChapter(ReadinessManagement readiness, DeploymentManagement deployments, DeploymentReports reports,
            HaltManagement halts, People people) {
        this.readiness = readiness;
        this.deployments = deployments;
        this.reports = reports;
        this.halts = halts;
        this.people = people;
    }

    @Override
    public Optional<Chapter> of(ReleaseDetails release) {
        Facts facts = Facts.none();
        this.readiness.announcement(release.key()).ifPresent((one) -> announcement(facts, one));
        facts.with("goDecisions", this.readiness.decisions(release.key()).stream().map(this::decision).toList());
        this.readiness.backup(release.key()).ifPresent((one) -> backup(facts, one));
        facts.with("attempts", this.deployments.ofRelease(release.key()).stream().map(this::attempt).toList())
            .with("halts", halts(release))
            .with("reported", reported(release));
        return facts.values().isEmpty() ? Optional.empty() : Optional.of(new Chapter("deployment", facts));
    }

    private void announcement(Facts facts, AnnouncementDetails one) {
        facts.with("announcedAt", one.content().announcedAt())
            .with("audience", one.content().audience())
            .with("channel", one.content().channel())
            .with("announcement", one.content().text())
            .with("announcedBy", this.people.who(one.by()));
    }

    private void backup(Facts facts, BackupDetails one) {
        facts.with("backup", one.content().location())
            .with("backupTakenAt", one.content().takenAt())
            .with("backupVerifiedAt", one.content().verifiedAt())
            .with("backupCovers", one.content().covers())
            .with("backupSpared", one.content().spared())
            .with("backupBy", this.people.who(one.by()));
    }

    private Facts decision(GoDecision one) {
        return Facts.none()
            .with("go", one.go())
            .with("reason", one.reason())
            .with("by", this.people.who(one.by()))
            .with("at", one.at())
            .with("resolution", text(one.resolution()))
            .with("checklist", one.checklist()
                .stream()
                .map((fact) -> Facts.none().with("item", fact.item()).with("met", fact.met()).with("why", fact.why()))
                .toList());
    }

    private Facts attempt(DeploymentDetails one) {
        return Facts.none()
            .with("attempt", one.attempt())
            .with("environment", one.run().environment())
            .with("status", one.status())
            .with("by", this.people.who(one.deployedBy()))
            .with("startedAt", one.run().startedAt())
            .with("finishedAt", one.run().finishedAt())
            .with("notes", one.run().notes())
            .with("verification", text(one.verification()))
            .with("verifiedBy", by(one.verification()))
            .with("decision", text(one.decision()))
            .with("decidedBy", by(one.decision()))
            .with("rollback", text(one.rollback()))
            .with("rolledBackAt", one.rolledBackAt());
    }

    private List<Facts> halts(ReleaseDetails release) {
        return this.halts.of(release.key())
            .stream()
            .map((one) -> Facts.none()
                .with("at", one.at())
                .with("by", this.people.who(one.stoppedBy()))
                .with("reason", one.reason())
                .with("endedAt", one.endedAt()))
            .toList();
    }

    private List<Facts> reported(ReleaseDetails release) {
        return Pages.all((from) -> this.reports.of(release, from))
            .stream()
            .map((one) -> Facts.none()
                .with("at", one.at())
                .with("kind", one.kind())
                .with("source", one.source())
                .with("service", one.service())
                .with("environment", one.environment())
                .with("digest", one.digest())
                .with("unit", one.unit())
                .with("match", one.match())
                .with("timing", one.timing()))
            .toList();
    }

    private static @Nullable String text(@Nullable Statement one) {
        return (one != null) ? one.text() : null;
    }

    private @Nullable Object by(@Nullable Statement one) {
        return (one != null) ? this.people.who(one.by()) : null;
    }

}
