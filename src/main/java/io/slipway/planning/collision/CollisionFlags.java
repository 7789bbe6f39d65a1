package io.slipway.planning.collision;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.release.ReleaseSummary;
import io.slipway.release.page.ReleaseFlag;
import io.slipway.release.page.ReleaseFlags;
import io.slipway.ui.Messages;
import io.slipway.workflow.fact.DecidingFact;

import org.springframework.stereotype.Component;

/**
 * Marks the releases that cannot be deployed as planned, with the first reason.
 */
@Component
class CollisionFlags implements ReleaseFlags {

    private final CollisionManagement collisions;

    private final PlannedTimeFact time;

    private final Messages words;

    CollisionFlags(CollisionManagement collisions, PlannedTimeFact time, Messages words) {
        this.collisions = collisions;
        this.time = time;
        this.words = words;
    }

    @Override
    public Map<String, List<ReleaseFlag>> of(Collection<String> keys) {
        Map<String, List<ReleaseFlag>> flags = new HashMap<>();
        this.collisions.of(keys)
            .forEach((key, found) -> found.stream()
                .filter(Collision::blocking)
                .findFirst()
                .ifPresent((first) -> flags.put(key, List.of(new ReleaseFlag(true, first.kind().icon(),
                        this.words.text("planning.collision.blocking"), first.reason())))));
        return flags;
    }

    /** The planned time of each, also where nothing is in its way. */
    @Override
    public Map<String, List<DecidingFact>> facts(Collection<ReleaseSummary> releases) {
        Map<String, List<Collision>> found = this.collisions.of(releases.stream().map(ReleaseSummary::key).toList());
        return releases.stream()
            .filter((release) -> release.phase().compareTo(CollisionQueries.LAST) <= 0)
            .collect(Collectors.toMap(ReleaseSummary::key,
                    (release) -> List.of(this.time.of(release, found.getOrDefault(release.key(), List.of())))));
    }

}
