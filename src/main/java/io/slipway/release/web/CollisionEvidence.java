package io.slipway.release.web;

import java.util.Map;

import io.slipway.change.AuthorisationEvidence;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.collision.CollisionManagement;

import org.springframework.stereotype.Component;

/**
 * Shows to whoever authorises a change what is in the way of its deployment.
 */
@Component
class CollisionEvidence implements AuthorisationEvidence {

    private final ReleaseManagement releases;

    private final CollisionManagement collisions;

    CollisionEvidence(ReleaseManagement releases, CollisionManagement collisions) {
        this.releases = releases;
        this.collisions = collisions;
    }

    @Override
    public String template() {
        return "release/_collisions";
    }

    @Override
    public Map<String, Object> content(String releaseKey) {
        return Map.of("collisions", this.collisions.of(this.releases.get(releaseKey)));
    }

}
