package io.slipway.deployment.web;

import java.util.Map;

import io.slipway.deployment.Backup;
import io.slipway.deployment.ReadinessManagement;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Times;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.Step;
import io.slipway.workflow.WorkItem;

import org.springframework.stereotype.Component;

/**
 * The deployment manager confirms that backups are taken and verified.
 */
@Component
class ConfirmBackupsStep implements Step<ConfirmBackupsForm> {

    private final ReadinessManagement readiness;

    private final ReleaseManagement releases;

    private final Times times;

    ConfirmBackupsStep(ReadinessManagement readiness, ReleaseManagement releases, Times times) {
        this.readiness = readiness;
        this.releases = releases;
        this.times = times;
    }

    @Override
    public String key() {
        return "deployment/confirm-backups";
    }

    @Override
    public Class<ConfirmBackupsForm> formType() {
        return ConfirmBackupsForm.class;
    }

    @Override
    public ConfirmBackupsForm newForm(WorkItem item) {
        return new ConfirmBackupsForm("", "", "", "");
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return Map.of("planned", this.releases.get(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, ConfirmBackupsForm form) {
        this.readiness.confirmBackups(item.businessKey(), new Backup(form.location(),
                this.times.parse("takenAt", form.takenAt()), this.times.parse("verifiedAt", form.verifiedAt())));
        return Outcome.of("confirmed");
    }

}
