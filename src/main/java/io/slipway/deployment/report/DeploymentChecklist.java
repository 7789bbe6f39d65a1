package io.slipway.deployment.report;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import io.slipway.deployment.AnnouncementDetails;
import io.slipway.deployment.Backup;
import io.slipway.deployment.BackupDetails;
import io.slipway.deployment.ReadinessManagement;
import io.slipway.deployment.report.AnnouncementLog.Told;
import io.slipway.identity.PersonDirectory;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.checklist.ChecklistFact;
import io.slipway.release.checklist.ChecklistItem;
import io.slipway.release.checklist.ChecklistSource;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;

import org.springframework.stereotype.Component;

/**
 * Tells from announcements and backups whether the stakeholders were notified and the
 * backups were taken and verified.
 */
@Component
class DeploymentChecklist implements ChecklistSource {

    private final ReadinessManagement readiness;

    private final AnnouncementLog log;

    private final PersonDirectory people;

    private final Messages messages;

    private final Times times;

    private final Clock clock;

    DeploymentChecklist(ReadinessManagement readiness, AnnouncementLog log, PersonDirectory people, Messages messages,
            Times times, Clock clock) {
        this.readiness = readiness;
        this.log = log;
        this.people = people;
        this.messages = messages;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public List<ChecklistFact> facts(ReleaseDetails release) {
        return List.of(communication(release), backups(release));
    }

    /**
     * Both what the portal sends and what a person told count by what happened, not by
     * the plan for it.
     */
    private ChecklistFact communication(ReleaseDetails release) {
        List<Told> due = this.log.due(release.key(), this.clock.instant());
        List<String> unsent = due.stream()
            .filter((told) -> !told.sent())
            .map((told) -> told.audience() + " (" + this.times.withZone(told.dueAt()) + ")")
            .toList();
        if (!unsent.isEmpty()) {
            return notNotified("unsent", String.join(", ", unsent));
        }
        List<String> missed = names(due, Told::missed);
        if (!missed.isEmpty()) {
            return notNotified("missed", String.join(", ", missed));
        }
        List<String> waiting = names(due, Told::waiting);
        if (!waiting.isEmpty()) {
            return notNotified("waiting", String.join(", ", waiting));
        }
        AnnouncementDetails announced = this.readiness.announcement(release.key()).orElse(null);
        if (announced == null) {
            return ChecklistFact.open(ChecklistItem.COMMUNICATION_PLAN, "not_notified",
                    this.messages.text("deployment.fact.not-announced"));
        }
        String why = this.messages.text("deployment.fact.announced", this.people.name(announced.by()),
                announced.content().audience());
        if (!due.isEmpty()) {
            why += " " + this.messages.text("deployment.fact.told", due.size(),
                    due.stream().mapToInt(Told::reached).sum(), due.stream().mapToInt(Told::read).sum());
        }
        return ChecklistFact.reached(ChecklistItem.COMMUNICATION_PLAN, why);
    }

    private ChecklistFact notNotified(String what, String whom) {
        return ChecklistFact.open(ChecklistItem.COMMUNICATION_PLAN, "not_all_notified",
                this.messages.text("deployment.fact." + what, whom));
    }

    private List<String> names(List<Told> due, Function<Told, List<String>> which) {
        return due.stream().flatMap((told) -> which.apply(told).stream()).distinct().map(this.people::name).toList();
    }

    /** A backup has an age: before the deployment an old one is none. */
    private ChecklistFact backups(ReleaseDetails release) {
        BackupDetails backup = this.readiness.backup(release.key()).orElse(null);
        if (backup == null) {
            return ChecklistFact.open(ChecklistItem.BACKUPS, "not_taken",
                    this.messages.text("deployment.fact.not-backed-up"));
        }
        Instant taken = backup.content().takenAt();
        if (release.phase().beforeDeployment() || release.phase() == Phase.DEPLOY) {
            if (release.open() && taken.isBefore(this.clock.instant().minus(ReadinessManagement.BACKUP_AGE))) {
                return ChecklistFact.open(ChecklistItem.BACKUPS, "outdated",
                        this.messages.text("deployment.fact.old-backup", this.times.withZone(taken),
                                ReadinessManagement.BACKUP_AGE.toDays()));
            }
        }
        return scope(release, backup, this.messages.text("deployment.fact.backed-up", this.people.name(backup.by()),
                backup.content().location(), this.times.withZone(taken)));
    }

    /** A backup has a scope, too: what it leaves out is not backed up. */
    private ChecklistFact scope(ReleaseDetails release, BackupDetails backup, String taken) {
        Backup content = backup.content();
        if (content.covers() == null) {
            return new ChecklistFact(ChecklistItem.BACKUPS, true, "scope_unknown",
                    taken + " " + this.messages.text("deployment.fact.scope-unknown"));
        }
        List<String> left = content.leaves(this.readiness.toBackUp(release.key()));
        if (release.open() && !left.isEmpty()) {
            return ChecklistFact.open(ChecklistItem.BACKUPS, "partial",
                    taken + " " + this.messages.text("deployment.fact.not-covered", String.join(", ", left)));
        }
        if (content.spared() != null && !content.spared().isEmpty()) {
            return new ChecklistFact(ChecklistItem.BACKUPS, true, "partial", taken + " " + this.messages
                .text("deployment.fact.spared", String.join(", ", content.spared()), content.sparedReason()));
        }
        return ChecklistFact.reached(ChecklistItem.BACKUPS, taken);
    }

}
