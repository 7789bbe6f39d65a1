package io.slipway.planning.collision;

import java.time.Instant;
import java.util.List;

import io.slipway.schedule.PlannedRelease;
import io.slipway.schedule.PlannedReleases;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the schedule, which knows no release, which deployments are planned when.
 */
@Component
@Transactional(readOnly = true)
class OpenReleases implements PlannedReleases {

    private final CollisionQueries queries;

    OpenReleases(CollisionQueries queries) {
        this.queries = queries;
    }

    @Override
    public List<PlannedRelease> overlapping(Instant from, Instant to, int limit) {
        return this.queries.planned(from, to, limit)
            .stream()
            .map((one) -> new PlannedRelease(one.deployment().slot(), one.deployment().name(), one.owner(), one.phase(),
                    one.deployment().windowRequired(), one.deployment().freezeBinding()))
            .toList();
    }

}
