package io.slipway.planning.template;

import java.time.Instant;

import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanYaml;
import org.jspecify.annotations.Nullable;

/**
 * One version of a plan to begin with.
 *
 * @param plan canonical YAML, without what holds for one release only
 * @param minutes how long such a deployment takes; null if unknown
 * @param note why there is this version
 * @param releaseKey whose plan it was
 * @param madeBy user name of who saved it
 * @param madeAt when, UTC
 */
public record TemplateVersion(int version, String plan, @Nullable Integer minutes, String note, String releaseKey,
        String madeBy, Instant madeAt) {

    /** What a release begins with. */
    public Plan toPlan() {
        return PlanYaml.stored(this.plan);
    }

}
