package io.slipway.schedule;

import java.util.Optional;

/**
 * Tells about a release by its key. The feature that owns releases implements it.
 */
public interface ReleaseCandidates {

    /**
     * Finds a release.
     * @return the release, if there is one
     */
    Optional<ReleaseCandidate> find(String key);

}
