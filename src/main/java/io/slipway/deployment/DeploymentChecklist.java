package io.slipway.deployment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

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

    private final PersonDirectory people;

    private final Messages messages;

    private final Times times;

    private final Clock clock;

    DeploymentChecklist(ReadinessManagement readiness, PersonDirectory people, Messages messages, Times times,
            Clock clock) {
        this.readiness = readiness;
        this.people = people;
        this.messages = messages;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public List<ChecklistFact> facts(ReleaseDetails release) {
        return List.of(communication(release), backups(release));
    }

    private ChecklistFact communication(ReleaseDetails release) {
        return this.readiness.announcement(release.key())
            .map((announcement) -> ChecklistFact.reached(ChecklistItem.COMMUNICATION_PLAN,
                    this.messages.text("deployment.fact.announced", this.people.name(announcement.by()),
                            announcement.content().audience())))
            .orElseGet(() -> ChecklistFact.open(ChecklistItem.COMMUNICATION_PLAN, "not_notified",
                    this.messages.text("deployment.fact.not-announced")));
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
        return ChecklistFact.reached(ChecklistItem.BACKUPS, this.messages.text("deployment.fact.backed-up",
                this.people.name(backup.by()), backup.content().location(), this.times.withZone(taken)));
    }

}
