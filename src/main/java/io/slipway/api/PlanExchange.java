package io.slipway.api;

import io.slipway.planning.CurrentPlans;
import io.slipway.planning.PlanManagement;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands plans out as YAML and takes them back, as release managers would type them. It
 * submits nothing: that is a step of a person.
 */
@Service
@Transactional
class PlanExchange {

    private final ReleaseManagement releases;

    private final PlanManagement plans;

    private final CurrentPlans current;

    PlanExchange(ReleaseManagement releases, PlanManagement plans, CurrentPlans current) {
        this.releases = releases;
        this.plans = plans;
        this.current = current;
    }

    /** The plan as it now stands. */
    @Transactional(readOnly = true)
    public Copy get(String key) {
        ReleaseDetails release = this.releases.get(key);
        return new Copy(PlanYaml.write(this.current.of(release).plan()), release.version());
    }

    /**
     * Saves a plan. Refuses everybody but release managers, what cannot be read, what the
     * form would refuse, and a plan that somebody else changed since.
     * @param key key of the release
     * @param version the version that was read; null to write over whatever there is
     * @param yaml the plan
     * @return the plan as it now stands
     */
    @PreAuthorize("hasAuthority('release-manager')")
    public Copy put(String key, @Nullable Integer version, String yaml) {
        ReleaseDetails release = this.releases.get(key);
        this.plans.save(release.key(), (version != null) ? version : release.version(), PlanYaml.read(yaml));
        return get(key);
    }

    /**
     * A plan in writing.
     *
     * @param yaml the plan
     * @param version the version of its release
     */
    record Copy(String yaml, int version) {
    }

}
