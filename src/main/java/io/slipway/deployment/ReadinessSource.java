package io.slipway.deployment;

import java.time.Instant;
import java.util.List;

import io.slipway.deployment.Readiness.Condition;
import io.slipway.release.ReleaseDetails;

/**
 * Judges some of the conditions under which a deployment may start, with as few queries
 * as possible.
 */
interface ReadinessSource {

    /**
     * Judges the conditions of this source.
     * @param now when it would start, UTC
     * @return the conditions, met ones too
     */
    List<Condition> conditions(ReleaseDetails release, Instant now);

}
