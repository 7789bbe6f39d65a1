package io.slipway.planning;

import io.slipway.input.InvalidInputException;
import io.slipway.planning.plan.PlanDraft;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.release.RegisterRelease;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemRules;
import io.slipway.workflow.WorkItems;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans as files: downloaded, uploaded into an open plan, and registered as a new
 * release. A file that is no plan is refused by line, with an
 * {@link InvalidInputException} at the field {@code file}.
 */
@Service
@Transactional
public class PlanFiles {

    private static final String FORM = "planning/complete-plan";

    private final ReleaseManagement releases;

    private final PlanManagement plans;

    private final CurrentPlans current;

    private final WorkItems workItems;

    private final WorkItemRules rules;

    PlanFiles(ReleaseManagement releases, PlanManagement plans, CurrentPlans current, WorkItems workItems,
            WorkItemRules rules) {
        this.releases = releases;
        this.plans = plans;
        this.current = current;
        this.workItems = workItems;
        this.rules = rules;
    }

    /**
     * The plan of a release as a file.
     * @return YAML, which {@link #write} reads without loss
     */
    @Transactional(readOnly = true)
    public String read(String key) {
        return PlanYaml.write(this.current.of(key).plan());
    }

    /**
     * Tells whether the current actor may write a release's plan now.
     * @return whether its plan is open and nobody else has the task
     */
    @Transactional(readOnly = true)
    public boolean writable(ReleaseDetails release) {
        for (WorkItem item : this.workItems.openOf(release.key())) {
            if (FORM.equals(item.form()) && this.rules.mayComplete(item).allowed()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Replaces an open plan by a file. Refuses everybody but release managers, a plan
     * that is submitted or that somebody else has the task of, a file that is no plan,
     * and what {@link PlanManagement#save} refuses.
     * @param version the version of the release that the person saw; null for the newest
     * @param text the file
     */
    @PreAuthorize("hasAuthority('release-manager')")
    public void write(String key, @Nullable Integer version, String text) {
        ReleaseDetails release = this.releases.get(key);
        if (!writable(release)) {
            throw new InvalidInputException("", "release.plan.closed");
        }
        this.plans.save(release.key(), (version != null) ? version : release.version(), PlanYaml.read(text));
    }

    /**
     * Registers a release with the plan of a file. Refuses what
     * {@link ReleaseManagement#register} and {@link #write} refuse.
     * @param key the key chosen by a person, or null
     * @param text the file
     */
    @PreAuthorize("hasAuthority('release-manager')")
    public String register(@Nullable String key, String text) {
        PlanDraft plan = PlanYaml.read(text);
        String given = this.releases
            .register(new RegisterRelease(key, plan.name(), plan.type(), plan.model(), plan.services()));
        this.plans.save(given, this.releases.get(given).version(), plan);
        return given;
    }

}
