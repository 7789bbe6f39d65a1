package io.slipway.audit.pack.chapter;

import java.util.Optional;

import io.slipway.release.ReleaseDetails;

/**
 * A chapter of the story of a release. Its title is the message
 * {@code audit.pack.chapter.<id>}.
 */
public record Chapter(String id, Facts facts) {

    /**
     * Tells a chapter. A feature that comes later joins the pack by one of its own, with
     * its place said by {@code @Order}.
     */
    public interface Source {

        /** The chapter; empty where there is nothing to tell. */
        Optional<Chapter> of(ReleaseDetails release);

    }

}
