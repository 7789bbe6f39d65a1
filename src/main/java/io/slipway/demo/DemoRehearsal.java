package io.slipway.demo;

import java.util.Map;

import io.slipway.deployment.rehearsal.RehearsalManagement;
import io.slipway.deployment.run.RunManagement;
import io.slipway.identity.Acting;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * A rehearsal that is under way when somebody comes to the demo company: the first steps
 * of a phased deployment are done in staging, and the next one waits.
 */
@Component
@Profile("demo")
class DemoRehearsal {

    private static final String MANAGER = "deployment-manager";

    private static final String STAGING = "staging";

    private final RehearsalManagement rehearsals;

    private final RunManagement runs;

    private final DemoPaperwork paperwork;

    private final Acting acting;

    DemoRehearsal(RehearsalManagement rehearsals, RunManagement runs, DemoPaperwork paperwork, Acting acting) {
        this.rehearsals = rehearsals;
        this.runs = runs;
        this.paperwork = paperwork;
        this.acting = acting;
    }

    /** Begins the rehearsal, unless the release had a run already. */
    void begin() {
        String release = DemoRelease.INSTANT_PAYMENTS.key();
        if (!this.runs.ofRelease(release).isEmpty()) {
            return;
        }
        this.acting.as(MANAGER, () -> this.rehearsals.begin(release, STAGING));
        this.paperwork.complete(MANAGER, release, "do-step",
                Map.of("outcome", "done", "note", "The service desk knows."));
        this.paperwork.complete(MANAGER, release, "do-step",
                Map.of("outcome", "done", "evidence", "Vault B, restored on host 2 and compared."));
    }

}
