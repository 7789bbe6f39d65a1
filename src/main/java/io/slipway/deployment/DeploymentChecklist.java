package io.slipway.deployment;

import java.util.List;

import io.slipway.identity.PersonDirectory;
import io.slipway.release.ChecklistFact;
import io.slipway.release.ChecklistItem;
import io.slipway.release.ChecklistSource;
import io.slipway.release.ReleaseDetails;
import io.slipway.ui.Messages;

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

    DeploymentChecklist(ReadinessManagement readiness, PersonDirectory people, Messages messages) {
        this.readiness = readiness;
        this.people = people;
        this.messages = messages;
    }

    @Override
    public List<ChecklistFact> facts(ReleaseDetails release) {
        return List.of(communication(release), backups(release));
    }

    private ChecklistFact communication(ReleaseDetails release) {
        return this.readiness.announcement(release.key())
            .map((announcement) -> new ChecklistFact(ChecklistItem.COMMUNICATION_PLAN, true,
                    this.messages.text("deployment.fact.announced", this.people.name(announcement.by()),
                            announcement.content().audience())))
            .orElseGet(() -> new ChecklistFact(ChecklistItem.COMMUNICATION_PLAN, false,
                    this.messages.text("deployment.fact.not-announced")));
    }

    private ChecklistFact backups(ReleaseDetails release) {
        return this.readiness.backup(release.key())
            .map((backup) -> new ChecklistFact(ChecklistItem.BACKUPS, true,
                    this.messages.text("deployment.fact.backed-up", this.people.name(backup.by()),
                            backup.content().location())))
            .orElseGet(() -> new ChecklistFact(ChecklistItem.BACKUPS, false,
                    this.messages.text("deployment.fact.not-backed-up")));
    }

}
