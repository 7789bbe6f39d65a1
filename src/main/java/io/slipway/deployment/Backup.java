package io.slipway.deployment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A backup taken before a deployment.
 *
 * @param location where it is kept, at most 500 characters
 * @param takenAt when it was taken, UTC
 * @param verifiedAt when restoring from it was verified, UTC
 * @param covers the services and configuration items that it covers, by name and key;
 * null where that was not asked yet
 * @param spared those that need none
 * @param sparedReason why those need none, at most 1,000 characters; empty if there are
 * none
 */
public record Backup(String location, Instant takenAt, Instant verifiedAt, @Nullable List<String> covers,
        @Nullable List<String> spared, @Nullable String sparedReason) {

    /**
     * A backup as somebody states it.
     * @param covers what it covers
     * @param sparedReason why whatever else is deployed needs none; may be empty
     */
    public static Backup stated(String location, @Nullable Instant takenAt, @Nullable Instant verifiedAt,
            List<String> covers, String sparedReason) {
        return new Backup(location, takenAt, verifiedAt, covers, List.of(), sparedReason);
    }

    /** What of some things it does not cover, and nobody said that it need not. */
    public List<String> leaves(List<String> things) {
        List<String> left = new ArrayList<>(things);
        left.removeAll((this.covers != null) ? this.covers : things);
        left.removeAll((this.spared != null) ? this.spared : List.of());
        return left;
    }

}
