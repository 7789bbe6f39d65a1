package io.slipway.planning.collision;

import java.util.Optional;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseConcern;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;

import org.springframework.stereotype.Component;

/**
 * Says that a release cannot be deployed as planned, and why.
 */
@Component
class CollisionConcern implements ReleaseConcern {

    private final CollisionManagement collisions;

    private final Times times;

    private final Messages words;

    CollisionConcern(CollisionManagement collisions, Times times, Messages words) {
        this.collisions = collisions;
        this.times = times;
        this.words = words;
    }

    @Override
    public Optional<String> sentence(ReleaseDetails release) {
        if (release.plannedStart() == null) {
            return Optional.empty();
        }
        return this.collisions.of(release)
            .collisions()
            .stream()
            .filter(Collision::blocking)
            .findFirst()
            .map((first) -> this.words.text("planning.collision.cannot", this.times.withZone(release.plannedStart()),
                    first.reason()));
    }

}
