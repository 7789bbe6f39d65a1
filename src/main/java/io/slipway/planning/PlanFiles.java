package io.slipway.planning;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.release.RegisterRelease;
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

    private final CurrentActor currentActor;

    PlanFiles(ReleaseManagement releases, PlanManagement plans, CurrentPlans current, WorkItems workItems,
            WorkItemRules rules, CurrentActor currentActor) {
        this.releases = releases;
        this.plans = plans;
        this.current = current;
        this.workItems = workItems;
        this.rules = rules;
        this.currentActor = currentActor;
    }

    /** The plan of a release as a file. */
    @Transactional(readOnly = true)
    public String read(String key) {
        return PlanYaml.write(this.current.of(key).plan());
    }

    /**
     * Tells whether the current actor may write a release's plan now.
     * @param key the release's key, as stored
     * @return whether its plan is open and nobody else has the task
     */
    @Transactional(readOnly = true)
    public boolean writable(String key) {
        return this.workItems.openOf(key).stream().anyMatch((item) -> FORM.equals(item.form()) && mayWrite(item));
    }

    /** What a token writes, a person submits. */
    private boolean mayWrite(WorkItem item) {
        Actor actor = this.currentActor.get();
        return actor.byToken() ? item.assignee() == null || item.assignee().equals(actor.userName())
                : this.rules.mayComplete(item).allowed();
    }

    /**
     * Replaces an open plan by a file. Refuses everybody but release managers, a plan
     * that is submitted or that somebody else has the task of, a file that is no plan,
     * and what {@link PlanManagement#save} refuses.
     * @param version the version of the release that the person saw; null for any
     */
    @PreAuthorize("hasAuthority('release-manager')")
    public void write(String key, @Nullable Integer version, String text) {
        String found = this.current.of(key).key();
        if (!writable(found)) {
            throw new InvalidInputException("", "release.plan.closed");
        }
        this.plans.save(found, version, PlanYaml.read(text));
    }

    /**
     * Registers a release with the plan of a file. Refuses what
     * {@link ReleaseManagement#register} and {@link PlanManagement#save} refuse.
     * @param key the key chosen by a person, or null
     */
    @PreAuthorize("hasAuthority('release-manager')")
    public String register(@Nullable String key, Plan plan) {
        Plan.Scope scope = plan.scope();
        String given = this.releases
            .register(new RegisterRelease(key, scope.name(), scope.type(), scope.model(), scope.services()));
        this.plans.save(given, null, plan);
        return given;
    }

}
