package io.slipway.release.page;

import java.util.Optional;

import io.slipway.release.ReleaseDetails;

/**
 * What another feature has to say of a release in half a sentence, for the one sentence
 * that the release page begins with.
 */
public interface ReleaseConcern {

    /**
     * What is in the way of a release that is under way.
     * @return a sentence; nothing if all is well
     */
    Optional<String> sentence(ReleaseDetails release);

}
