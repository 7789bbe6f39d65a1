package io.slipway.planning.collision;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.release.page.ReleaseFlag;
import io.slipway.release.page.ReleaseFlags;
import io.slipway.ui.Messages;

import org.springframework.stereotype.Component;

/**
 * Marks the releases that cannot be deployed as planned, with the first reason.
 */
@Component
class CollisionFlags implements ReleaseFlags {

    private final CollisionManagement collisions;

    private final Messages words;

    CollisionFlags(CollisionManagement collisions, Messages words) {
        this.collisions = collisions;
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

}
