package io.slipway.packaging;

import java.util.Map;

import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.StaleFormException;
import io.slipway.planning.AmendmentManagement;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.Workflow;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an assembled package apart again. A package is frozen once it is assembled, so
 * that what was validated is what is deployed; this is the only way to change it, and it
 * starts the validation again, and with it the authorisation of the change.
 */
@Service
@Transactional
public class ReopenManagement {

    private static final String REVISION = "RevisePlan";

    private static final int LONGEST_REASON = 2000;

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    private final AmendmentManagement amendments;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    private final Workflow workflow;

    ReopenManagement(ReleaseManagement releases, PackageManagement packages, AmendmentManagement amendments,
            Journal journal, ApplicationEventPublisher events, Workflow workflow) {
        this.releases = releases;
        this.packages = packages;
        this.amendments = amendments;
        this.journal = journal;
        this.events = events;
        this.workflow = workflow;
    }

    /**
     * Whether a release's package can be taken apart: it is assembled, and its deployment
     * has not started.
     */
    @Transactional(readOnly = true)
    public boolean reopenable(ReleaseDetails release) {
        return release.phase().compareTo(Phase.BUILD) > 0 && this.amendments.amendable(release);
    }

    /**
     * Takes the package of a release apart: the release goes back to its build, whoever
     * was about to validate it, to authorise its change or to deploy it stops, and what
     * they decided counts no more. Refuses everybody but build engineers and release
     * managers, a package that is not assembled or is being deployed, a missing reason,
     * and, with a {@link StaleFormException}, a release that somebody has changed since
     * it was read.
     * @param version the version of the release that the person saw
     * @param reason why, at most 2,000 characters
     */
    @PreAuthorize("hasAnyAuthority('build-engineer', 'release-manager')")
    public void reopen(String key, int version, String reason) {
        String why = InputCheck.text("reason", reason, LONGEST_REASON, "release.package.reopen.reason.missing");
        ReleaseDetails now = this.releases.revise(key).release();
        if (now.version() != version) {
            throw new StaleFormException("/releases/" + now.key() + "/package/reopen", Map.of(), Map.of());
        }
        if (!reopenable(now)) {
            throw new InvalidInputException("", "release.package.reopen.too-late");
        }
        this.journal.record(JournalEntry.ofRelease("package.reopened", now.key())
            .as(this.packages.role())
            .because(why)
            .change(Map.of("phase", now.phase()), Map.of("phase", Phase.BUILD)));
        this.events.publishEvent(new PackageReopened(now.key(), now.version(), now.phase(), why));
        this.workflow.signal(REVISION, now.key(), Map.of("planApproved", true, "packageReopened", true));
    }

}
