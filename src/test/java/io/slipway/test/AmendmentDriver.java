package io.slipway.test;

import java.time.Duration;

import io.slipway.identity.Acting;
import io.slipway.packaging.ReopenManagement;
import io.slipway.planning.AmendmentManagement;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.release.ReleaseManagement;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Amends approved plans, and opens packages again, as the people would. Test classes ask
 * for it with {@code @Autowired AmendmentDriver}.
 */
@Component
@Profile("test")
public class AmendmentDriver {

    private final ReleaseManagement releases;

    private final CurrentPlans current;

    private final AmendmentManagement amendments;

    private final ReopenManagement reopening;

    private final Acting acting;

    AmendmentDriver(ReleaseManagement releases, CurrentPlans current, AmendmentManagement amendments,
            ReopenManagement reopening, Acting acting) {
        this.releases = releases;
        this.current = current;
        this.amendments = amendments;
        this.reopening = reopening;
        this.acting = acting;
    }

    /**
     * Replaces a text of an approved plan.
     * @param key the release's key
     * @param text what the plan says
     * @param other what it shall say
     */
    public void replace(String key, String text, String other) {
        amend(key, PlanYaml.read(PlanYaml.write(this.current.of(key).plan()).replace(text, other)));
    }

    /**
     * Moves the deployment of an approved plan.
     * @param key the release's key
     * @param by how much later it shall be
     */
    public void postpone(String key, Duration by) {
        Plan plan = this.current.of(key).plan();
        amend(key, plan.withTimes(plan.times().from(plan.times().plannedStart().plus(by))));
    }

    /**
     * Amends an approved plan.
     * @param key the release's key
     * @param plan the plan as it shall become
     */
    public void amend(String key, Plan plan) {
        Again.whenItMovedOn(() -> this.acting.as("release-manager", () -> this.amendments.amend(key,
                this.releases.get(key).version(), plan, "The branches asked for it.")));
    }

    /**
     * Opens an assembled package again.
     * @param key the release's key
     */
    public void reopen(String key) {
        Again.whenItMovedOn(() -> this.acting.as("build-engineer",
                () -> this.reopening.reopen(key, this.releases.get(key).version(), "The wrong column is read.")));
    }

}
